"""Every key the code decides has its French words, and no French word waits for a key."""

import re

import pytest

from eval.live.drift import Verdict
from eval.live.identifiers import Kind
from eval.live.score import names
from eval.live.words import WORDS, say

KEYS = [
    *names(),
    *(f"kind.{kind}" for kind in Kind),
    *(f"verdict.{verdict}" for verdict in Verdict),
]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_its_words(key):
    assert say(key)


def test_no_words_are_left_over():
    own = {key for key in WORDS.sentences if not re.match(r"(say|table)\.", key)}

    assert own == set(KEYS)
