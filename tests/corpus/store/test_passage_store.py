"""Every passage store: what `PassageStore` promises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model.document import Aspect, Kind
from corpus.store.memory import MemoryPassages
from corpus.store.ports import PassageStore
from corpus.store.sql import SqlRecords


@pytest.fixture(params=["memory", "sql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PassageStore]:
    if request.param == "memory":
        yield MemoryPassages()
        return
    records = SqlRecords(tmp_path / "records.sqlite")
    yield records.passages
    records.close()


def test_a_passage_comes_back_as_it_was_stored(store, make_passage):
    passage = make_passage(
        "Le CAP dure deux ans. « L’été » coûte 1 200 €.\n👩‍🚒",
        id="a",
        kind=Kind.CERTIFICATION,
        aspect=Aspect.PAY,
        heading=("Accès", "Durée"),
    )

    store.add([passage])

    assert store.get(["a"]) == {"a": passage}


def test_only_known_ids_come_back(store, make_passage):
    passages = {id_: make_passage(f"texte {id_}", id=id_) for id_ in "abc"}
    store.add(passages.values())

    assert store.get(["c", "x", "a", "a"]) == {"a": passages["a"], "c": passages["c"]}
    assert store.get([]) == {}


def test_thousands_of_ids_can_be_asked_at_once(store, make_passage):
    store.add(make_passage(str(i), id=str(i)) for i in range(5000))

    assert len(store.get([str(i) for i in range(40_000)])) == 5000


def test_passages_about_a_subject_come_in_the_order_they_were_stored(store, make_passage):
    store.add([make_passage(id=id_, subject="occupation:a") for id_ in "cab"])
    store.add([make_passage(id="d", subject="occupation:b")])

    assert [p.id for p in store.about("occupation:a")] == ["c", "a", "b"]
    assert list(store.about("occupation:none")) == []


def test_adding_a_known_id_replaces_it_where_it_stood(store, make_passage):
    store.add([make_passage("avant", id=id_) for id_ in "abc"])

    store.add([make_passage("après", id="b")])

    assert [p.text for p in store.about("occupation:essai")] == ["avant", "après", "avant"]


def test_a_replaced_passage_leaves_the_subject_it_was_about(store, make_passage):
    store.add([make_passage(id="a", subject="occupation:a")])

    store.add([make_passage(id="a", subject="occupation:b")])

    assert list(store.about("occupation:a")) == []
    assert [p.id for p in store.about("occupation:b")] == ["a"]


@pytest.mark.parametrize("id_", ["", "a'; DROP TABLE passages; --", "é\n", "👩‍🚒"])
def test_any_string_is_an_id(store, make_passage, id_):
    store.add([make_passage("texte", id=id_)])

    assert [*store.get([id_])] == [id_]
