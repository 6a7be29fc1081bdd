"""The command line of the benchmarks."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from rich.console import Console

from assistant.settings import ROOT, Settings
from corpus.model.errors import SproError
from corpus.store.versions import Versions
from eval.bench.page import write_json
from eval.bench.rows import rows
from eval.bench.run import QUICK, Effort, Plan, run
from eval.bench.table import markdown, terminal
from eval.pages import put_between

PAGE: Final = ROOT / "docs" / "benchmarks.md"
RESULTS: Final = ROOT / "eval" / "results" / "bench.json"
_NARROWEST: Final = 110
"""Columns under which the table is drawn anyway: cells are not cut where nobody watches."""


def bench(arguments: Sequence[str]) -> int:
    """Measure, print and write; return 1, and say why, when a part can't be measured."""
    options = _parser().parse_args(arguments)
    try:
        figures = run(_plan(options), lambda step: _say(f"… {step}"))
    except SproError as error:
        _say(str(error))
        return 1
    table = rows(figures)
    console = Console()
    console.width = max(console.width, _NARROWEST)
    console.print(terminal(table))
    write_json(options.results, figures)
    page = options.write or (None if options.quick else PAGE)
    if page is not None:
        put_between(page, "bench", markdown(table, figures))
    _say(f"written to {', '.join(str(path) for path in (options.results, page) if path)}")
    return 0


def _plan(options: argparse.Namespace) -> Plan:
    settings = Settings()
    effort = QUICK if options.quick else Effort()
    if options.rounds:
        effort = replace(effort, rounds=options.rounds)
    built = settings.home if Versions(settings.home).current() else None
    return Plan(
        settings=settings,
        home=options.home,
        served=options.served or built,
        effort=effort,
        open_data=options.open_data,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench",
        description="Measure the speed and the memory of each part, beside a baseline.",
    )
    add = parser.add_argument
    add("--home", type=Path, help="new folder for the first build; temporary by default")
    add("--open-data", action="store_true", help="first build with the open data: minutes more")
    add(
        "--served",
        type=Path,
        help="home of the knowledge base to put questions to, measured on a copy; "
        "that of SPRO_HOME by default, or the one just built when there is none",
    )
    add("--rounds", type=_positive, help="times everything is measured")
    add("--quick", action="store_true", help="a few questions once, to see that all is well")
    add("--write", type=Path, help=f"page to write; docs/{PAGE.name} unless --quick")
    add("--results", type=Path, default=RESULTS, help="file for programs")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        message = "at least 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _say(line: str) -> None:
    """Write a line at once, beside the table rather than in it."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
