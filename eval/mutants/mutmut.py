"""mutmut, started as a program in a copy of the repository."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from corpus.model.errors import SproError
from eval.mutants.targets import Target

Program: TypeAlias = Callable[[Path, Sequence[str]], str]
"""Runs mutmut in a folder with these arguments, and returns what it printed."""

_LISTED: Final = re.compile(r"^ +(\S+__mutmut_\d+): (.+)$", re.MULTILINE)
_FUNCTION: Final = re.compile(r"\.x[_ǁ](\w+?)__mutmut_\d+$")
_KILLED: Final = ("killed", "timeout")
_PROGRESS: Final = re.compile("[⠀-⣿]")
"""How a line begins that mutmut writes over the one before."""
_TOLD_LINES: Final = 40


class MutationError(SproError):
    """mutmut could not work: the tests fail on the copy as it is, or do not import it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A fault put into the code, and what became of it."""

    where: str
    """Function it stands in, by its dotted name."""
    change: str
    """The line as it was, an arrow, the line as it is; empty for a fault that was seen."""
    killed: bool
    """Whether a test failed, or never ended."""


def run_mutmut(folder: Path, arguments: Sequence[str]) -> str:
    """Run mutmut in a folder, without plugins of pytest, and return what it printed.

    Raises:
        MutationError: when it is absent, or with the end of what it printed when it stops early.
    """
    program = Path(sys.executable).with_name("mutmut")
    if not program.is_file():
        msg = "mutmut absent : make mutants l'installe"
        raise MutationError(msg)
    done = subprocess.run(  # noqa: S603 # our own command
        [program, *arguments],
        cwd=folder,
        # Loaded for each mutant otherwise; none of these tests uses one.
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if not _PROGRESS.match(line)]
        raise MutationError("\n".join(lines[-_TOLD_LINES:]))
    return done.stdout


def mutate(folder: Path, target: Target, children: int, program: Program) -> list[Mutant]:
    """Return every mutant of a target, tried in a copy made ready for it."""
    program(folder, ("run", "--max-children", str(children)))
    listed = program(folder, ("results", "--all", "true"))
    return [
        Mutant(
            where=_where(target, name),
            change="" if outcome in _KILLED else _change(program(folder, ("show", name))),
            killed=outcome in _KILLED,
        )
        for name, outcome in _LISTED.findall(listed)
    ]


def _where(target: Target, name: str) -> str:
    """Return the function of a mutant: `a.x__f__mutmut_1` is in `a._f`, `a.xǁCǁf…` in `a.C.f`."""
    found = _FUNCTION.search(name)
    return f"{target.module}.{(found[1] if found else name).replace('ǁ', '.')}"


def _change(shown: str) -> str:
    """Return what a diff takes out and puts in, on one line."""
    lines = [line for line in shown.splitlines() if not line.startswith(("---", "+++"))]
    was, now = (" ".join(line[1:].strip() for line in lines if line[:1] == s) for s in "-+")
    return f"{was} → {now}".strip()
