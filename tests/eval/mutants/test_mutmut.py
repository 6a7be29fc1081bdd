"""What mutmut prints, and what is read of it."""

from importlib.metadata import version
from pathlib import Path

import pytest

from eval.mutants.mutmut import Mutant, MutationError, mutate, run_mutmut
from eval.mutants.targets import Target
from eval.mutants.workspace import prepare

TARGET = Target(source=Path("eval/scorers/a.py"), tests=Path("tests/eval/scorers/test_a.py"))
RESULTS = """    eval.scorers.a.x__half__mutmut_1: survived
    eval.scorers.a.x_more__mutmut_12: killed
    eval.scorers.a.x_more__mutmut_2: timeout
    eval.scorers.a.xǁScoreǁright__mutmut_1: no tests
"""
DIFF = """# eval.scorers.a.x__half__mutmut_1: survived
--- eval/scorers/a.py
+++ eval/scorers/a.py
@@ -1,2 +1,2 @@
 def _half(n):
-    return n / 2
-    # end
+    return n * 2
"""


class Printer:
    """Prints what mutmut would; keeps what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, folder, arguments):
        self.asked.append((folder, *arguments))
        return {"results": RESULTS, "show": DIFF}.get(arguments[0], "")


def test_each_mutant_is_read_with_its_function_and_what_became_of_it():
    found = mutate(Path("copy"), TARGET, 2, Printer())

    assert [(mutant.where, mutant.killed) for mutant in found] == [
        ("eval.scorers.a._half", False),
        ("eval.scorers.a.more", True),
        ("eval.scorers.a.more", True),
        ("eval.scorers.a.Score.right", False),
    ]


def test_the_change_of_a_survivor_is_one_line():
    change = "return n / 2 # end → return n * 2"

    first, second, *_ = mutate(Path("copy"), TARGET, 2, Printer())

    assert first == Mutant(where="eval.scorers.a._half", change=change, killed=False)
    assert second.change == ""


def test_mutmut_is_asked_to_run_then_for_each_survivor():
    printer = Printer()

    mutate(Path("copy"), TARGET, 2, printer)

    assert printer.asked == [
        (Path("copy"), "run", "--max-children", "2"),
        (Path("copy"), "results", "--all", "true"),
        (Path("copy"), "show", "eval.scorers.a.x__half__mutmut_1"),
        (Path("copy"), "show", "eval.scorers.a.xǁScoreǁright__mutmut_1"),
    ]


@pytest.fixture
def ready(tmp_path):
    """A folder with the settings of a target, and nothing else."""
    prepare(tmp_path, TARGET)
    return tmp_path


def test_mutmut_that_stops_early_says_why(ready):
    with pytest.raises(MutationError, match="No such command 'nothing'"):
        run_mutmut(ready, ["nothing"])


def test_what_mutmut_prints_is_returned(ready):
    assert version("mutmut") in run_mutmut(ready, ["--version"])


def test_without_mutmut_the_way_to_have_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))

    with pytest.raises(MutationError, match="make mutants"):
        run_mutmut(tmp_path, ["--version"])
