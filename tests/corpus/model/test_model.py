"""Shared types."""

from pathlib import Path

import pytest

from corpus.model.document import Span
from corpus.model.errors import (
    ChecksumError,
    FingerprintError,
    InputError,
    MissingFileError,
    SproError,
    UnparsableFileError,
)
from corpus.model.occupation import CODE, Occupation
from corpus.model.unanswerable import Beyond, Unanswerable


def test_a_span_gives_the_words_it_covers():
    assert Span(start=3, end=6).of("le bac") == "bac"


def test_an_embedded_text_starts_with_its_title_path(make_passage):
    passage = make_passage("Deux ans.", title="Maçon, maçonne", heading=("Études", "Durée"))

    assert passage.embedded_text == "Maçon, maçonne › Études › Durée\nDeux ans."


def test_questions_it_answers_are_not_in_the_embedded_text(make_passage):
    plain, asked = make_passage("Deux ans."), make_passage("Deux ans.", asked=("combien ?",))

    assert asked.embedded_text == plain.embedded_text


def test_an_occupation_is_known_under_both_genders_and_its_synonyms():
    nurse = Occupation(
        id="i",
        label="infirmier, infirmière",
        feminine="infirmière",
        masculine="infirmier",
        rome=("J1506",),
        synonyms=("IDE",),
    )

    assert set(nurse.names) == {"infirmière", "infirmier", "infirmier, infirmière", "IDE"}


def test_descriptions_are_not_names():
    nurse = Occupation(
        id="i",
        label="infirmier",
        feminine="infirmière",
        masculine="infirmier",
        rome=(),
        described=("faire les piqûres",),
    )

    assert "faire les piqûres" not in nurse.names


@pytest.mark.parametrize(
    ("id_", "known"),
    [
        (f"{CODE}J1506", True),
        (f"{CODE}J1506:16533", True),
        ("occupation:infirmier", False),
        ("onisep:MET.38", False),
        ("occupation:rome:J1506", False),
    ],
)
def test_an_occupation_whose_id_is_its_code_has_no_sheet(id_, known):
    occupation = Occupation(id=id_, label="a", feminine="a", masculine="a", rome=("J1506",))

    assert occupation.known_by_code is known


def test_a_message_no_record_answers_says_why():
    message = Unanswerable(id="1", kind=Beyond("small_talk"), text="coucou")

    assert message.kind is Beyond.SMALL_TALK
    assert set(Beyond) == {"out_of_scope", "near_domain", "small_talk", "gibberish"}


@pytest.mark.parametrize(
    "error",
    [
        MissingFileError(Path("manque.toml")),
        ChecksumError(Path("manque.toml"), "a" * 64, "b" * 64),
        UnparsableFileError(Path("manque.toml"), "illisible", "ligne 3"),
    ],
)
def test_a_wrong_file_is_named(error):
    assert isinstance(error, InputError)
    assert "manque.toml" in str(error)


def test_the_place_of_a_fault_is_said():
    assert "ligne 3" in str(InputError(Path("a.toml"), "illisible", "ligne 3"))


def test_every_error_of_ours_can_be_caught_as_one():
    assert isinstance(FingerprintError("a", "b"), SproError)
