"""The command line of mutation testing."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assistant.settings import ROOT
from corpus.model.errors import SproError
from eval.mutants.equivalents import Key, default_path, outdated, read_equivalents
from eval.mutants.mutmut import Program, mutate, run_mutmut
from eval.mutants.tally import Tally, table, tally, total
from eval.mutants.targets import Target, targets
from eval.mutants.workspace import copy_repository, prepare
from eval.pages import put_between

PAGE: Final = ROOT / "docs" / "mutation.md"


def mutants(arguments: Sequence[str], program: Program = run_mutmut) -> int:
    """Mutate, print and write; return 1, and say why, when a fault goes unseen."""
    options = _parser().parse_args(arguments)
    try:
        known = read_equivalents(options.equivalents)
        chosen = targets(options.root, options.names)
        tallies = list(_tallies(chosen, known, options, program))
        page = options.write or (None if options.names else PAGE)
        if page is not None:
            put_between(page, "mutation", f"{_heading()}\n\n{table(tallies)}")
    except SproError as error:
        _say(str(error))
        return 1
    return _verdict(tallies)


def _tallies(
    chosen: Sequence[Target],
    known: Mapping[Key, str],
    options: argparse.Namespace,
    program: Program,
) -> Iterator[Tally]:
    """Yield the figures of each target, told as they come."""
    with TemporaryDirectory(prefix="mutants-") as folder:
        copy_repository(options.root, Path(folder))
        for target in chosen:
            prepare(Path(folder), target)
            found = mutate(Path(folder), target, options.children, program)
            one = tally(target, found, known)
            _say(f"{one.name}: {one.killed} of {one.mutants} killed, {one.equivalent} equivalent")
            for mutant in one.missed:
                _say(f"  survived in {mutant.where}: {mutant.change}")
            for where, change in outdated(known, [target.module], found):
                _say(f"  listed as equivalent, not met any more in {where}: {change}")
            yield one


def _verdict(tallies: Sequence[Tally]) -> int:
    """Say the total, and return 1 when a mutant that is not equivalent survived."""
    every = total(tallies)
    _say(f"{every.killed} of {every.mutants} killed, {every.equivalent} equivalent")
    return int(bool(every.missed))


def _heading() -> str:
    """Return when, and with what."""
    return f"Measured on {datetime.now(UTC).date()} with mutmut {version('mutmut')}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.mutants",
        description="Put faults into a copy of the scorers; say which ones their tests do not see.",
    )
    add = parser.add_argument
    add("names", nargs="*", help="files to mutate, by name: pay base gate; all by default")
    add("--children", type=int, default=os.cpu_count() or 1, help="tests run at the same time")
    add("--write", type=Path, help=f"page to write; docs/{PAGE.name} when every file is mutated")
    add("--equivalents", type=Path, default=default_path(), help="faults nobody could see")
    add("--root", type=Path, default=ROOT, help="repository to copy")
    return parser


def _say(line: str) -> None:
    """Write a line at once: a run takes minutes."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
