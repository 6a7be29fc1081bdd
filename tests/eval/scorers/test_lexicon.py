"""Words scorers know a reply by."""

import re

import pytest

from assistant.text import fold
from corpus.model.fact import Property
from eval.scorers.lexicon import lexicon, listed


@pytest.mark.parametrize(
    ("section", "key"),
    [("pay", "words"), ("stop", "words"), ("asked", "age"), ("asked", "unsaid")],
)
def test_words_are_listed_as_they_are_compared(section, key):
    assert listed(section, key)
    assert all(word == fold(word) for word in listed(section, key))


@pytest.mark.parametrize("side", ["after", "before"])
def test_figures_are_bound_to_properties_there_are(side):
    assert {Property(name) for name in lexicon(side)}
    assert all(re.compile(pattern) for pattern in lexicon(side).values())


def test_words_are_looked_up_under_their_section():
    assert "salaire" in listed("pay")


def test_every_month_has_its_names():
    assert sorted(lexicon("months")) == [f"{number:02}" for number in range(1, 13)]
