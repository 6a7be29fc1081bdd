"""`spro eval neutrality`: the same question under many traits, and word by word what changes."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.settings import Settings
from eval.commands.inputs import items_of
from eval.commands.measure import Request, measured
from eval.commands.words import say
from eval.runs.folder import read_results
from eval.runs.results import MeasureResult
from eval.wording.figures import percent

_DATASET = "neutrality"
_TASK = "neutrality"


def neutrality(settings: Settings, *, split: str, served: bool, results: Path) -> int:
    """Print each pair that differs where no rule depends on the trait; 1 when there is one."""
    request = Request(split=split, tasks=(_TASK,), served=served, quick=True, results=results)
    (path,) = measured(settings, request)
    texts = {item.id: item.text for item in items_of(split)[_DATASET]}
    twins = [one for one in read_results(path).measures if one.dataset == _DATASET]
    rows = [(texts[item], *row) for one in twins for item, *row in _differing(one)]
    Console().print(_table(twins, rows))
    return 1 if rows else 0


def _differing(measure: MeasureResult) -> Iterator[tuple[str, str, str, str]]:
    """Yield each pair that differs: its item, the measure, the variant, what changes."""
    for failure in measure.failures:
        for pair in failure.why.split(" | "):
            variant, _, change = pair.partition(": ")
            yield failure.item, measure.name, variant, change


def _table(twins: list[MeasureResult], rows: list[tuple[str, ...]]) -> Table:
    """Return the pairs that differ, the share of those that do not in the title."""
    shares = ", ".join(f"{t.name} {percent(t.mean)}" for t in twins if t.mean is not None)
    table = Table(title=say("neutrality.title", shares=shares), show_lines=True)
    for column in ("question", "measure", "variant", "differs"):
        table.add_column(say(f"neutrality.{column}"), overflow="fold")
    for row in rows:
        table.add_row(*row)
    if not rows:
        table.caption = say("neutrality.none")
    return table
