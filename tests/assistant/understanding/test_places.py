"""Places named in a message."""

import time

import pytest
from hypothesis import given

from assistant.understanding.places import PlaceNames
from corpus.model.territory import Territory
from eval.runs.pace import pace
from tests.assistant.strange import any_text

PLACES = PlaceNames.of(
    [
        Territory(code="14366", name="Lisieux", department="14", postcodes=("14100",)),
        Territory(code="76255", name="Eu", department="76", postcodes=("76260",)),
        Territory(code="50129", name="Cherbourg-en-Cotentin", department="50"),
        Territory(code="14", name="Calvados", department="14"),
        Territory(code="61", name="Orne", department="61"),
        Territory(code="14762", name="Vire Normandie", department="14"),
        Territory(code="27701", name="Val-de-Reuil", department="27"),
        Territory(code="50099", name="Canville-la-Rocque", department="50"),
        Territory(code="76159", name="Canville-les-Deux-Églises", department="76"),
        Territory(code="50025", name="Avranches", department="50"),
        Territory(code="61214", name="L'Aigle", department="61"),
        Territory(code="76351", name="Le Havre", department="76", postcodes=("76600", "76610")),
    ]
)

COMMON = [
    "ça vire au rouge",
    "une vire",
    "à 61 ans",
    "le 61",
    "à val",
    "elle a eu son bac",
    "jai eu de la chance",
    "à Canville",
    "la",
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("je suis salariée à Lisieux", "14366"),
        ("vers lisieux", "14366"),
        ("j'habite 14100", "14366"),
        ("cherbourg en cotentin", "50129"),
        ("au Havre, non : à le havre", "76351"),
        ("j'habite à Eu", "76255"),
        ("dans le Calvados", "14"),
        ("dans l'Orne", "61"),
        ("du côté de l’Orne", "61"),
        ("dans le 61", "61"),
        ("à Vire", "14762"),
        ("jhabite vire", "14762"),
        ("Cherbourg, pourquoi pas", "50129"),
        ("du Havre", "76351"),
        ("Orne", "61"),
        ("une a laigle ???", "61214"),
        ("je suis davranches", "50025"),
        ("pas à Lisieux mais à Vire", "14762"),
        ("je ne peux pas bouger de Lisieux", "14366"),
    ],
)
def test_a_place_is_found_by_name_or_postcode(text, code):
    place = PLACES.read(text)

    assert place is not None
    assert place.code == code


@pytest.mark.parametrize(
    "text", ["j'ai eu mon bac", "un enfant de 14 ans", "", "rien ici", *COMMON]
)
def test_a_common_word_is_not_a_place(text):
    assert PLACES.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "surtout pas à Lisieux",
        "je ne suis pas de Vire",
        "pas à Eu",
        "pas vers Cherbourg",
        "surtout pas au Havre",
        "pas dans le 61",
        "pas vers l'Orne",
    ],
)
def test_a_place_put_aside_is_not_read(text):
    assert PLACES.read(text) is None


def test_the_longest_of_several_names_is_read():
    place = PLACES.read("à Lisieux ou à Cherbourg-en-Cotentin")

    assert place is PLACES.find("50129")


@given(any_text)
def test_any_text_gives_a_known_place_or_none(text):
    place = PLACES.read(text)

    assert place is None or place in PLACES.by_key.values()


@pytest.mark.parametrize("word", ["1 2 3 ", "à la le l' "])
def test_a_flood_of_words_is_soon_read(word):
    started = time.process_time()

    PLACES.read(word * (10_000 // len(word)))

    assert time.process_time() - started < 0.5 * pace()


def test_a_code_is_looked_up():
    assert PLACES.find("76610") is PLACES.find("76351")
    assert PLACES.find(None) is None
