"""Every register: what `Register` promises."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from corpus.model.occupation import Occupation
from corpus.model.territory import Territory
from corpus.store.memory import MemoryRegister
from corpus.store.ports import Register
from corpus.store.sql import SqlRecords

Open: TypeAlias = Callable[[str, type], Register]


@pytest.fixture(params=["memory", "sql"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    if request.param == "memory":
        yield lambda _name, _type: MemoryRegister()
        return
    records = SqlRecords(tmp_path / "records.sqlite")
    yield records.register
    records.close()


def _town(code: str, name: str = "Rouen") -> Territory:
    return Territory(code=code, name=name, department="76", postcodes=("76000", "76100"))


def _occupation(id_: str) -> Occupation:
    return Occupation(id=id_, label="a, b", feminine="a", masculine="b", rome=("J1506",))


def test_an_empty_register_is_empty(register):
    assert list(register("territories", Territory).all()) == []


def test_items_come_back_as_stored_and_in_order(register):
    towns = register("territories", Territory)

    towns.add([_town("76540"), _town("14118"), _town("27229")])

    assert list(towns.all()) == [_town("76540"), _town("14118"), _town("27229")]


def test_a_known_code_is_replaced_where_it_stood(register):
    towns = register("territories", Territory)
    towns.add([_town("76540"), _town("14118")])

    towns.add([_town("76540", "Rouen la neuve")])

    assert [t.name for t in towns.all()] == ["Rouen la neuve", "Rouen"]


def test_registers_do_not_mix_even_when_an_id_is_in_both(register):
    towns, occupations = register("territories", Territory), register("occupations", Occupation)

    towns.add([_town("1")])
    occupations.add([_occupation("1")])

    assert list(towns.all()) == [_town("1")]
    assert list(occupations.all()) == [_occupation("1")]
