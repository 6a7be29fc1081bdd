"""`spro eval report` and `compare`: what a run says, for people and for programs."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from corpus.store.files import write_atomically
from eval.commands.gate import tasks_of, verdict_of
from eval.commands.inputs import FROZEN, WrongUseError
from eval.commands.words import say
from eval.data.datasets import load
from eval.gate.thresholds import default_path, read_thresholds
from eval.pages import put_between
from eval.report.content import Report
from eval.report.html import write_html
from eval.report.junit import write_junit
from eval.report.markdown import evaluation_table, pull_request
from eval.report.terminal import terminal
from eval.runs.compare import compare as compared
from eval.runs.compare import incomparable
from eval.runs.folder import RunFolder, read_results


def report(
    run: Path,
    beside: Sequence[Path],
    base: Path | None,
    page: Path | None = None,
    thresholds: Path | None = None,
) -> int:
    """Write and print the reports of a run again, and its table in a page if one is given."""
    whole = write_reports(run, beside, base, Console(), thresholds)
    if page is not None:
        if whole.ours.about.suite:
            raise WrongUseError(say("report.suite"))
        put_between(page, whole.ours.about.split, evaluation_table(whole))
    return 0


def compare(run: Path, base: Path) -> int:
    """Print what changed between two runs."""
    Console().print(terminal(told(run, (), base)))
    return 0


def write_reports(
    run: Path,
    beside: Sequence[Path],
    base: Path | None,
    console: Console,
    thresholds: Path | None = None,
) -> Report:
    """Write the reports of a run beside it, print the table, and return what they tell."""
    whole = told(run, beside, base, thresholds)
    folder = run if run.is_dir() else run.parent
    write_html(whole, folder / "report.html")
    write_junit(whole, folder / "junit.xml")
    write_atomically(folder / "report.md", pull_request(whole))
    console.print(terminal(whole))
    sys.stdout.write(say("report.written", path=folder / "report.html") + "\n")
    return whole


def told(
    run: Path, beside: Sequence[Path], base: Path | None, thresholds: Path | None = None
) -> Report:
    """Return what a report of a run tells; its traces only where `run` is its folder.

    The gate is asked of the frozen suite only: its floors are those of no other messages.
    """
    ours = read_results(run)
    against = read_results(base) if base else None
    if against and (why := incomparable(ours, against)):
        sys.stderr.write(say("report.incomparable", why=" ; ".join(why)) + "\n")
    demanded = read_thresholds(thresholds or default_path()).of(tasks_of(ours))
    return Report(
        runs=(ours, *(read_results(path) for path in beside)),
        traces=RunFolder(run).traces() if run.is_dir() else (),
        items={item.id: item for name in ours.about.datasets for item in load(name)},
        changes=compared(ours, against) if against else (),
        base=against,
        targets={name: threshold.target for name, threshold in demanded.measure.items()},
        verdict=verdict_of(ours, against, demanded) if ours.about.suite == FROZEN else None,
    )
