"""`spro eval gate`: green or red, and why."""

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.store.files import write_atomically
from eval.commands.words import counted, say
from eval.gate.gate import Broken, Kind, Verdict, gate
from eval.gate.thresholds import Thresholds, default_path, read_thresholds
from eval.report.badge import verdict_badge
from eval.runs.compare import compare, incomparable
from eval.runs.folder import Results, read_results
from eval.wording.figures import ABSENT, percent, points, whole

_NAMED = 12
"""Items named for one broken demand; the others are counted."""


def judge(run: Path, base: Path | None, thresholds: Path | None, badge_to: Path | None) -> int:
    """Print the verdict on a run, write its badge, and return 1 when it is red."""
    results, against = read_results(run), read_results(base) if base else None
    if against and (why := incomparable(results, against)):
        sys.stderr.write(say("report.incomparable", why=" ; ".join(why)) + "\n")
        return 1
    demanded = read_thresholds(thresholds or default_path()).of(tasks_of(results))
    verdict = verdict_of(results, against, demanded)
    show(verdict, Console(), compared=against is not None)
    if badge_to is not None:
        write_atomically(badge_to, verdict_badge(verdict))
    return 0 if verdict.green else 1


def verdict_of(results: Results, base: Results | None, demanded: Thresholds) -> Verdict:
    """Return the verdict on a run, beside its base where there is one."""
    return gate(results, compare(results, base) if base else [], demanded)


def tasks_of(results: Results) -> tuple[str, ...]:
    """Return the tasks a run was asked, so that no other is demanded of it."""
    return results.about.tasks or tuple({measure.task for measure in results.measures})


def show(verdict: Verdict, console: Console, *, compared: bool = True) -> None:
    """Print the verdict, a row a demand that is not met."""
    if verdict.green:
        console.print(counted("gate.green" if compared else "gate.floors_only", verdict.checked))
        return
    table = Table(title=counted("gate.red", len(verdict.broken)), show_lines=True)
    for column in ("measure", "why", "found", "demanded", "items"):
        table.add_column(say(f"gate_column.{column}"), overflow="fold")
    for broken in verdict.broken:
        table.add_row(*_row(broken))
    console.print(table)


def _row(broken: Broken) -> tuple[str, ...]:
    """Return one demand that is not met, in words."""
    found = ABSENT if broken.found is None else _figure(broken, broken.found)
    named = ", ".join(broken.items[:_NAMED])
    left = len(broken.items) - _NAMED
    more = counted("gate.more", left) if left > 0 else ""
    demanded = _figure(broken, broken.demanded)
    return broken.measure, say(f"gate_kind.{broken.kind}"), found, demanded, f"{named}{more}"


def _figure(broken: Broken, value: float) -> str:
    """Return a mean, a change or a count."""
    match broken.kind:
        case Kind.FAULT:
            return whole(round(value))
        case Kind.FALL:
            return points(value)
        case _:
            return percent(value)
