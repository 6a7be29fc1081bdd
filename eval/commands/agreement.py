"""`spro eval agreement`: how far the judge of a run agrees with people."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.commands.words import say
from eval.judges.agreement import Key, agreement, read_labels
from eval.runs.folder import Results, read_results
from eval.wording.figures import ABSENT, decimal, percent, whole

ENOUGH = 0.8
"""Kappa from which a judge may be believed (product target)."""


def agree(run: Path, labels: Path) -> int:
    """Print Cohen's kappa of each judged measure; 1 when one is under what is asked of a judge."""
    human, judged = read_labels(labels), _judged(read_results(run))
    table = Table(title=say("agreement.title"))
    for column in ("measure", "items", "same", "kappa"):
        table.add_column(say(f"agreement.{column}"))
    believed = True
    for name in sorted({measure for _, measure in human}):
        found = agreement(judged, {key: v for key, v in human.items() if key[1] == name})
        kappa = found.kappa if found else None
        believed &= kappa is not None and kappa >= ENOUGH
        table.add_row(
            name,
            whole(found.count if found else 0),
            percent(found.observed if found else None),
            ABSENT if kappa is None else decimal(kappa, 2),
        )
    Console().print(table)
    return 0 if believed and human else 1


def _judged(results: Results) -> dict[Key, float]:
    """Return what a run says of each item, by item and measure."""
    return {(s.item, m.name): s.value for m in results.measures for s in m.scores}
