"""What is mutated, and with which tests."""

from pathlib import Path

import pytest

from assistant.settings import ROOT
from corpus.model.errors import InputError
from eval.mutants.targets import Target, targets

TWICE = Target(source=Path("eval/scorers/twice.py"), tests=Path("tests/eval/scorers/test_twice.py"))
ONCE = "def once():\n    return 1\n"


def test_a_source_goes_with_the_tests_of_its_mirror(repository):
    assert targets(repository) == [TWICE]
    assert TWICE.module == "eval.scorers.twice"


def test_a_source_is_chosen_by_its_name(repository):
    (repository / "eval" / "scorers" / "once.py").write_text(ONCE)

    assert targets(repository, ["twice"]) == [TWICE]


def test_a_name_that_is_none_of_them_is_refused(repository):
    with pytest.raises(InputError, match="thrice n'est pas un de twice"):
        targets(repository, ["twice", "thrice"])


def test_a_source_without_tests_of_its_own_is_refused(repository):
    (repository / "eval" / "scorers" / "once.py").write_text(ONCE)

    with pytest.raises(InputError, match=r"test_once\.py : pas de tests"):
        targets(repository)


def test_a_source_with_decorated_functions_only_is_left_out(repository):
    cached = f"from functools import cache\n\n\n@cache\n{ONCE}"
    (repository / "eval" / "scorers" / "once.py").write_text(cached)

    assert targets(repository) == [TWICE]


def test_every_scorer_of_the_repository_has_tests_of_its_own():
    found = {target.module for target in targets(ROOT)}

    assert {"eval.gate.gate", "eval.runs.statistics", "eval.scripts.goal"} < found
    assert len([module for module in found if module.startswith("eval.scorers.")]) > 20
