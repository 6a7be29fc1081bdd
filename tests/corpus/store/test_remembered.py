"""Records read once from a version that never changes."""

import pytest

from corpus.model.fact import Fact, Property
from corpus.store import remembered
from corpus.store.memory import MemoryFacts, MemoryPassages
from corpus.store.remembered import RememberedFacts, RememberedPassages


class Counting:
    """A store that notes what it is asked."""

    def __init__(self, store):
        self.store = store
        self.asked = []

    def get(self, ids):
        self.asked.append(sorted(ids))
        return self.store.get(ids)

    def about(self, subject):
        self.asked.append(subject)
        return self.store.about(subject)


@pytest.fixture
def passages(make_passage):
    store = MemoryPassages()
    store.add([make_passage(f"Texte {n}.", id=f"p{n}", subject="s") for n in range(4)])
    return Counting(store)


def test_a_passage_is_read_once_and_only_what_is_missing_is_read(passages):
    held = RememberedPassages(passages)

    first = held.get(["p0", "p1"])

    assert held.get(["p1", "p2"])["p1"] is first["p1"]
    assert passages.asked == [["p0", "p1"], ["p2"]]


def test_an_unknown_id_is_left_out_and_asked_again(passages):
    held = RememberedPassages(passages)

    assert held.get(["p9"]) == held.get(["p9"]) == {}
    assert passages.asked == [["p9"], ["p9"]]


def test_a_sheet_is_read_once_in_its_order(passages):
    held = RememberedPassages(passages)

    assert [p.id for p in held.about("s")] == ["p0", "p1", "p2", "p3"]
    assert held.about("s") is held.about("s")
    assert passages.asked == ["s"]


def test_memory_is_bounded(passages, monkeypatch):
    monkeypatch.setattr(remembered, "MOST_PASSAGES", 2)
    held = RememberedPassages(passages)

    for ids in (["p0"], ["p1"], ["p2"], ["p0"]):
        assert list(held.get(ids)) == ids
    assert passages.asked == [["p0"], ["p1"], ["p2"], ["p0"]]


def test_facts_of_a_subject_are_read_once():
    store = MemoryFacts()
    fact = Fact(
        id="f",
        subject="s",
        property=Property.COUNT,
        value="1",
        unit="",
        period="2026",
        scope="",
        quote="1",
        source_id="x",
    )
    store.add([fact])
    counting = Counting(store)
    held = RememberedFacts(counting)

    assert list(held.about("s")) == list(held.about("s")) == [fact]
    assert held.about("none") == held.about("none") == ()
    assert counting.asked[:2] == ["s", "none"]


@pytest.mark.parametrize("held", [RememberedPassages(None), RememberedFacts(None)])
def test_nothing_is_written_to_what_is_only_read(held):
    with pytest.raises(TypeError, match="only read"):
        held.add([])
