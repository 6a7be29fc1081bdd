"""What `spro eval faults` prints of the faults planted."""

import io

import pytest
from rich.console import Console

from eval.commands.faults import Tried, _table
from eval.commands.words import named
from eval.faults.planted import FAULTS
from eval.gate.gate import Broken, Kind, Verdict

GREEN = Verdict(broken=(), checked=1)
RED = Verdict(
    broken=(Broken(measure="crisis.lines", kind=Kind.FLOOR, found=0.0, demanded=1.0),), checked=1
)


@pytest.fixture
def shown():
    """Return a function that prints the table of one fault."""

    def show(verdict):
        console = Console(file=io.StringIO(), width=200)
        console.print(_table(GREEN, [Tried(name="deaf-alarm", verdict=verdict)]))
        return console.file.getvalue().replace("\N{NO-BREAK SPACE}", " ")

    return show


@pytest.mark.parametrize("name", FAULTS)
def test_what_a_fault_breaks_is_told_in_french(name):
    assert named("breaks", name) not in {name, FAULTS[name].breaks}


def test_the_table_is_in_french(shown):
    told = shown(RED)

    assert "Défauts introduits exprès : 1" in told
    assert "Le danger n'est pas entendu : aucun numéro d'aide n'est donné." in told
    assert FAULTS["deaf-alarm"].breaks not in told
    assert "crisis.lines" in told


@pytest.mark.parametrize(("verdict", "mark"), [(RED, " vu "), (GREEN, " NON VU ")])
def test_a_fault_nobody_saw_stands_out(shown, verdict, mark):
    assert mark in shown(verdict)
