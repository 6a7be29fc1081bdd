"""Lists of words and patterns, each in its file."""

import pytest

from assistant.text import fold
from eval.scorers.tables import any_of, table


def test_a_pattern_finds_what_any_of_its_list_finds():
    pattern = any_of("denials", "belied")

    assert all(pattern.search(text) for text in ("c'est faux", "it is wrong"))
    assert not pattern.search("un faucon")


@pytest.mark.parametrize("key", ["words", "trades", "places", "namesakes"])
def test_ordinary_words_are_written_as_they_are_read(key):
    listed = table("ordinary")[key]

    assert len(set(listed)) == len(listed)
    assert all(word == fold(word) and word.isalpha() for word in listed)
