"""The measures of a run in a terminal, task by task."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval.report.content import Report
from eval.report.rows import Cell, Direction, Row, aimed, by_task, rows, subjects
from eval.report.summary import summary
from eval.report.words import counted, named, say
from eval.wording.figures import ABSENT, percent, points, whole

_ARROWS: Final = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.SAME: "="}
_STYLES: Final = {Direction.UP: "green", Direction.DOWN: "red", Direction.SAME: "dim"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The columns a table may leave out."""

    aimed: bool
    compared: bool


def terminal(report: Report) -> Group:
    """Return a table per task, then the summary; readable at 100 columns."""
    every = rows(report)
    return Group(*_tables(report, every), *_sentences(report, every))


def _tables(report: Report, every: list[Row]) -> Iterator[RenderableType]:
    """Yield the table of each task."""
    names, shown = subjects(report), _Shown(aimed=aimed(every), compared=bool(report.changes))
    for task, held in by_task(every).items():
        yield _table(task, held, names, shown)


def _table(task: str, held: list[Row], names: tuple[str, ...], shown: _Shown) -> Table:
    """Return the table of one task."""
    table = Table(title=Text(named("task", task)), title_justify="left", expand=True)
    table.add_column(say("table.measure"), ratio=1, overflow="fold")
    table.add_column(say("table.scored"), justify="right", no_wrap=True)
    table.add_column(Text(names[0]), justify="right", no_wrap=True)
    if shown.aimed:
        table.add_column(say("table.target"), justify="right", no_wrap=True)
    for name in names[1:]:
        table.add_column(Text(name), justify="right", max_width=14)
    if shown.compared:
        table.add_column(say("table.change"), justify="right", no_wrap=True)
    for row in held:
        table.add_row(*_cells(row, shown))
    return table


def _cells(row: Row, shown: _Shown) -> Iterator[Text]:
    """Yield the cells of one measure; text of others is never read as markup."""
    yield Text.assemble(row.told, "\n", (row.name, "dim"))
    yield Text.assemble(whole(row.ours.scored), "\n", (_absent(row.ours), "dim"))
    yield Text.assemble((percent(row.ours.mean), "bold"), "\n", row.ours.bounds)
    if shown.aimed:
        style = "green" if row.reached else "red"
        yield Text.assemble(percent(row.target), "\n", (row.aim, style))
    for other in row.others:
        yield Text(percent(other.mean))
    if shown.compared:
        yield _change(row)


def _absent(cell: Cell) -> str:
    """Return how many items have no score, then how many could not be put; empty when all have."""
    unscored = counted("table.left", cell.unscored) if cell.unscored else ""
    return unscored + (say("table.faults", n=whole(cell.faults)) if cell.faults else "")


def _change(row: Row) -> Text:
    """Return where a measure went; a fall or a rise beyond chance is said in words too."""
    if row.direction is None or row.change is None:
        return Text(ABSENT)
    told = f"{_ARROWS[row.direction]} {points(row.moved)}"
    if row.change.significant:
        return Text(f"{told}\n{say('table.significant')}", style=_STYLES[row.direction])
    return Text(f"{told}\n{say('table.chance')}", style="dim")


def _sentences(report: Report, every: list[Row]) -> Iterator[RenderableType]:
    """Yield the summary."""
    for sentence in summary(report, every):
        yield Text(f"• {sentence}")
