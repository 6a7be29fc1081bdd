"""Words as both word indexes compare them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store.french import LONGEST_WORD, fold, light_stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Œuvre d'Été", ["oeuvre"]),
        ("salarié·e·s", ["salarie"]),
        ("Bac+3, J1506", ["bac", "3", "j1506"]),
        ("la conductrice", ["conducteur"]),
        ("c est quoi", ["quoi"]),
        ("x" * (LONGEST_WORD + 1), []),
    ],
)
def test_telling_words_are_kept_folded(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("word", ["mère", "père", "ministère", "bière", "lycée", "idée"])
def test_short_words_and_other_endings_are_not_taken_for_trades(word):
    assert not words(word)[0].endswith("er")


@given(st.text())
def test_words_are_folded_and_never_empty(text):
    assert all(word and word == fold(word) for word in words(text))


@given(st.text())
def test_a_text_and_its_capitals_without_accents_give_the_same_words(text):
    assert words(fold(text)) == words(text)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_is_a_beginning_of_its_word(word):
    assert word.startswith(light_stem(word))
    assert light_stem(word)
