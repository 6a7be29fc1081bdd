"""Words written in the records, and misspelt ones."""

import pytest

from assistant.bootstrap import terms
from assistant.understanding import written
from assistant.understanding.written import Written
from corpus.store.memory import MemoryPassages, MemoryWords
from corpus.store.ports import Scored


class Finding:
    """An index that finds one passage, whatever the word."""

    def __init__(self, passage):
        self.passage = passage

    def search(self, *_):
        return (Scored(self.passage, 1.0),)


class Counting:
    """Terms, and how often they were asked for."""

    def __init__(self):
        self.asked = 0

    def __call__(self, text):
        self.asked += 1
        return terms(text)


@pytest.fixture
def counting():
    return Counting()


@pytest.fixture
def is_written(make_passage, counting):
    words, passages = MemoryWords(), MemoryPassages()
    held = [
        make_passage("Il conduit un car.", id="a", title="Le permis", asked=("on cherche ?",)),
        make_passage("Rien.", id="b", title="Un chariot", heading=("La grue",)),
    ]
    words.add(held)
    passages.add(held)
    return Written(words, passages, counting)


@pytest.mark.parametrize("word", ["conduit", "permi", "chariot", "grue", "cherch"])
def test_a_word_of_a_text_a_title_a_heading_or_a_question_is_written(is_written, word):
    assert is_written(word)


@pytest.mark.parametrize("word", ["inconnu", "", "ca"])
def test_a_word_of_no_passage_is_not(is_written, word):
    assert not is_written(word)


def test_a_word_the_index_stems_to_another_is_not(is_written):
    is_written.words = Finding("a")

    assert not is_written("cariss")


def test_a_passage_is_read_once(is_written, counting):
    is_written.words = Finding("a")

    assert is_written("conduit")
    assert is_written("permi")
    assert counting.asked == 1


def test_what_is_kept_is_bounded(is_written, counting, monkeypatch):
    monkeypatch.setattr(written, "_MOST", 1)

    found = [is_written(word) for word in ("conduit", "grue", "conduit")]

    assert found == [True] * 3
    assert (counting.asked, len(is_written._own)) == (3, 1)
