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
from corpus.model.occupation import Occupation


def test_a_span_gives_the_words_it_covers():
    assert Span(start=3, end=6).of("le bac") == "bac"


def test_an_embedded_text_starts_with_its_title_path(make_passage):
    passage = make_passage("Deux ans.", title="Maçon, maçonne", heading=("Études", "Durée"))

    assert passage.embedded_text == "Maçon, maçonne › Études › Durée\nDeux ans."


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
