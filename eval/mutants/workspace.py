"""A copy of the repository that may be mutated: the working tree is only read."""

import shutil
from pathlib import Path
from typing import Final

from eval.mutants.targets import Target

ROOMS: Final = ("assistant", "corpus", "eval", "ingest", "tests")
_BESIDE: Final = tuple(room for room in ROOMS if room not in {"eval", "tests"})
_NOISE: Final = shutil.ignore_patterns("__pycache__", "results")
_MUTATED: Final = "mutants"
"""Folder in which mutmut makes its own copy, the one that tests import."""


def copy_repository(root: Path, folder: Path) -> None:
    """Copy what the tests of the scorers need, the settings of pytest with it."""
    for room in ROOMS:
        shutil.copytree(root / room, folder / room, ignore=_NOISE)
    shutil.copy2(root / "pyproject.toml", folder)


def prepare(folder: Path, target: Target) -> None:
    """Make a copy ready for one target: what is left of the last one is removed."""
    shutil.rmtree(folder / _MUTATED, ignore_errors=True)
    (folder / "setup.cfg").write_text(settings(target), encoding="utf-8")


def settings(target: Target) -> str:
    """Return the settings of mutmut for one source and its own tests."""
    beside = "\n    ".join(_BESIDE)
    # A process that runs no test forks those of each mutant: no cache is filled in advance.
    return f"""[mutmut]
source_paths = eval
also_copy =
    {beside}
only_mutate = {target.source.as_posix()}
pytest_add_cli_args_test_selection = {target.tests.as_posix()}
pytest_add_cli_args =
    -p
    no:cacheprovider
process_isolation = forkserver
timeout_constant = 15
timeout_multiplier = 4
"""
