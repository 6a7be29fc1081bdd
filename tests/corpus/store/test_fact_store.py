"""Every fact store: what `FactStore` promises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model.fact import Fact, Property
from corpus.model.source import Confidence
from corpus.store.memory import MemoryFacts
from corpus.store.ports import FactStore
from corpus.store.sql import SqlRecords


@pytest.fixture(params=["memory", "sql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FactStore]:
    if request.param == "memory":
        yield MemoryFacts()
        return
    records = SqlRecords(tmp_path / "records.sqlite")
    yield records.facts
    records.close()


def _fact(id_: str, value: str = "1990", subject: str = "occupation:essai") -> Fact:
    return Fact(
        id=id_,
        subject=subject,
        property=Property.SALARY_ENTRY,
        value=value,
        unit="EUR/month gross",
        period="2024",
        scope="France",
        quote=f"{value} € brut par mois",
        source_id="essai",
        confidence=Confidence.SEED,
    )


def test_facts_come_back_as_stored_and_in_order(store):
    facts = [_fact("c"), _fact("a", "2000"), _fact("b", "1990..2300")]
    store.add([*facts, _fact("d", subject="occupation:autre")])

    assert list(store.about("occupation:essai")) == facts


def test_an_unknown_subject_has_no_fact(store):
    store.add([_fact("a")])

    assert list(store.about("occupation:aucune")) == []


def test_adding_a_known_id_replaces_it_where_it_stood(store):
    store.add([_fact("a"), _fact("b")])

    store.add([_fact("a", "2100")])

    assert [(f.id, f.value) for f in store.about("occupation:essai")] == [
        ("a", "2100"),
        ("b", "1990"),
    ]
