"""Identifiers of fixed form are found however set apart; what only looks like one is not."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.live.identifiers import Identifier, Kind, identifiers
from tests.eval.live.strategies import PLANTED

AROUND = st.text("abc éà.,;:()'’\n", max_size=20)


def kinds(text):
    return {found.kind.value for found in identifiers(text)}


@pytest.mark.parametrize("kind", PLANTED)
@given(data=st.data(), before=AROUND, after=AROUND)
@settings(deadline=None)
def test_an_identifier_is_found_wherever_it_stands(kind, data, before, after):
    planted = data.draw(PLANTED[kind])

    assert kind in kinds(f"{before} {planted} {after}")


@pytest.mark.parametrize(
    ("text", "kind", "plain"),
    [
        ("Léa.M+x@Mail.Exemple.FR.", "email", "léa.m+x@mail.exemple.fr"),
        ("écrire à lea @ exemple.fr", "email", "lea@exemple.fr"),
        ("tél:02.31.00.00.01", "phone", "0231000001"),
        ("(02) 31 00 00 01", "phone", "0231000001"),
        ("0 800 123 456", "phone", "0800123456"),
        ("+33 (0)6-00-00-00-01", "phone", "0600000001"),
        ("0033 600000001", "phone", "0600000001"),
        ("+33 06 00 00 00 01", "phone", "0600000001"),
        ("06.00 00-00/01", "phone", "0600000001"),
        ("06/00/00/00/01", "phone", "0600000001"),
        ("０６ ００ ００ ００ ０１", "phone", "0600000001"),
        ("06\u200b00\u00ad00 00 01", "phone", "0600000001"),
        ("06\u201100\u201100\u201100\u201101", "phone", "0600000001"),
        ("1 85 05 78 006 084 clé 91", "nir", "185057800608491"),
        ("185057800608491", "nir", "185057800608491"),
        ("2 99 12 2a 004 123 14", "nir", "299122A00412314"),
        ("2 99 12 2B 004 123 41", "nir", "299122B00412341"),
        ("FR14 20041 01005 0500013M026 06", "iban", "FR1420041010050500013M02606"),
        ("fr1420041010050500013m02606", "iban", "FR1420041010050500013M02606"),
        ("GB82 WEST 1234 5698 7654 32 merci", "iban", "GB82WEST12345698765432"),
        ("BE68-5390-0754-7034", "iban", "BE68539007547034"),
        ("4111 1111 1111 1111 12 rue", "card", "4111111111111111"),
        ("3782-822463-10005", "card", "378282246310005"),
        ("4222222222222", "card", "4222222222222"),
        ("30569309025904", "card", "30569309025904"),
    ],
)
def test_an_identifier_is_read_in_one_form(text, kind, plain):
    assert Identifier(Kind(kind), plain) in list(identifiers(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "À 34 ans, je gagne 1 990 € à Caen (14000), code 14118.",
        "Rendez-vous le 05/06/2024 10 h, ou le 06.07.2024 10h",
        "Appeler le 3114, le 15 ou le 112",
        "0 6 pour 100, puis 12 34 56",
        "102 31 00 00 01",
        "06000000012",
        "00 31 00 00 01",
        "1 85 12 78 006 084 92",
        "9 85 12 78 006 084 94",
        "2 99 12 3A 004 123 14",
        "FR15 20041 01005 0500013M026 06",
        "GB83 WEST 1234 5698 7654 32",
        "BE69539007547034",
        "4111 1111 1111 1112",
        "SIRET 732 829 320 00074",
        "SIRET 35600000000048",
        "1111 1111 1111 1117",
        "4000 0000 0002",
        "@caen",
        "infos @ caen",
        "Suivre https://exemple.fr/@mission.locale",
    ],
)
def test_what_only_looks_like_an_identifier_is_let_pass(text):
    assert kinds(text) == set()


def test_two_identifiers_of_a_text_are_both_found():
    assert kinds("06 00 00 00 01 ou lea@exemple.fr") == {"phone", "email"}


@pytest.mark.parametrize("text", ["a" * 50_000, "@" * 50_000, "a@" * 25_000, "1 " * 25_000])
def test_a_long_text_is_searched_at_once(text):
    start = perf_counter()

    list(identifiers(text))

    assert perf_counter() - start < 5
