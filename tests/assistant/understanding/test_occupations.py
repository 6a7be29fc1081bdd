"""Occupations named in a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.occupations import OccupationNames
from corpus.model.occupation import Occupation


def occupation(key: str, masculine: str, feminine: str, *synonyms: str) -> Occupation:
    label = f"{masculine}, {feminine}"
    return Occupation(
        id=key, label=label, feminine=feminine, masculine=masculine, rome=(), synonyms=synonyms
    )


NAMES = OccupationNames.of(
    [
        occupation("infirmier", "infirmier", "infirmière", "IDE"),
        occupation("aide-soignant", "aide-soignant", "aide-soignante"),
        occupation("preparateur", "préparateur en pharmacie", "préparatrice en pharmacie"),
        occupation("pharmacien", "pharmacien", "pharmacienne"),
        occupation("mecanicien", "mécanicien automobile", "mécanicienne automobile"),
        occupation("macon", "maçon", "maçonne"),
        occupation("programmeur", "programmeur", "programmeuse"),
    ],
    is_word={"programme", "automobile", "quel", "temps"}.__contains__,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comment devenir infirmière ?", "infirmier"),
        ("jveu etre INFIRMIER", "infirmier"),
        ("les infirmières gagnent combien", "infirmier"),
        ("aide soignante de nuit", "aide-soignant"),
        ("préparatrice en pharmacie", "preparateur"),
        ("infirmiaire ça paye", "infirmier"),
        ("mecanissien automobile", "mecanicien"),
        ("le métier de macon", "macon"),
    ],
)
def test_an_occupation_is_found_under_its_names_and_near_spellings(text, expected):
    assert [match.occupation.id for match in NAMES.read(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["quel temps fera-t-il ?", "la maison est loin", "programme tv", "", "🙂"]
)
def test_no_occupation_is_read_into_other_words(text):
    assert NAMES.read(text) == ()


def test_two_occupations_named_are_both_found():
    found = [match.occupation.id for match in NAMES.read("infirmier ou aide-soignant ?")]

    assert sorted(found) == ["aide-soignant", "infirmier"]


@given(st.text(max_size=300))
def test_any_text_gives_matches_of_known_occupations(text):
    assert all(0 < match.score <= 1 for match in NAMES.read(text))
