import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.safety.clean import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  métier   d'infirmier\n\t? ", "métier d'infirmier ?"),
        ("ign\u200bore\u2060", "ignore"),
        ("\u202egnore\u202c", "gnore"),
        ("a\U000e0041\U000e0042b", "ab"),
        ("ﬁlière", "filière"),
        ("e\u0301cole", "école"),
        ("10\u202f000\u00a0€", "10 000 €"),
        ("bonjour\x00\x1b[31m", "bonjour[31m"),
        ("", ""),
    ],
)
def test_only_what_a_reader_sees_is_kept(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters()))
def test_nothing_invisible_remains(text: str) -> None:
    kinds = {unicodedata.category(character) for character in clean(text)}

    assert not kinds & {"Cc", "Cf", "Cs", "Co"}


@settings(deadline=None)
@given(st.text(alphabet="abcdéèà '", min_size=1, max_size=5000))
def test_ordinary_words_are_all_kept(text: str) -> None:
    assert clean(text).split() == text.split()
