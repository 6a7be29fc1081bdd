"""Figures of mutation testing."""

from pathlib import Path

from eval.mutants.mutmut import Mutant
from eval.mutants.tally import table, tally, total
from eval.mutants.targets import Target

TARGET = Target(source=Path("eval/scorers/a.py"), tests=Path("tests/eval/scorers/test_a.py"))
KILLED = Mutant(where="a.f", change="", killed=True)
SAME = Mutant(where="a.f", change="x → y", killed=False)
MISSED = Mutant(where="a.g", change="x → y", killed=False)


def test_an_equivalent_mutant_counts_neither_way():
    found = tally(TARGET, [KILLED, SAME, KILLED, MISSED, KILLED], {("a.f", "x → y")})

    assert (found.mutants, found.killed, found.equivalent) == (5, 3, 1)
    assert found.missed == (MISSED,)
    assert found.score == 0.75


def test_without_visible_mutant_there_is_no_score():
    assert tally(TARGET, [], ()).score is None
    assert tally(TARGET, [SAME], {("a.f", "x → y")}).score is None


def test_figures_add_up():
    one, other = tally(TARGET, [KILLED], ()), tally(TARGET, [MISSED, SAME], {("a.f", "x → y")})

    every = total([one, other])

    assert (every.mutants, every.killed, every.equivalent) == (3, 1, 1)
    assert every.missed == (MISSED,)


def test_the_table_ends_with_the_total():
    one = tally(TARGET, [KILLED, SAME, KILLED, MISSED], {("a.f", "x → y")})

    assert table([one, tally(TARGET, [], ())]).splitlines()[2:] == [
        "| `eval/scorers/a.py` | 4 | 2 | 2 | 1 | 66.7% |",
        "| `eval/scorers/a.py` | 0 | 0 | 0 | 0 | – |",
        "| all | 4 | 2 | 2 | 1 | 66.7% |",
    ]
