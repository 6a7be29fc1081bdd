"""Words scorers know a reply by."""

import re

import pytest

from assistant.text import fold
from eval.scorers.lexicon import lexicon, listed


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("pay", "words"),
        ("stop", "words"),
        ("asked", "age"),
        ("asked", "unsaid"),
        ("bounds", "words"),
        ("units", "stems"),
    ],
)
def test_words_are_listed_as_they_are_compared(section, key):
    assert listed(section, key)
    assert all(word == fold(word) for word in listed(section, key))


def test_words_are_looked_up_under_their_section():
    assert "salaire" in listed("pay")


@pytest.mark.parametrize("section", ["marks", "contact", "pay_date"])
def test_patterns_are_over_folded_text(section):
    assert all(re.compile(pattern) for pattern in lexicon(section).values())
