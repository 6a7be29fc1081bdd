"""A run in Markdown: a comment for a pull request, and the table of the documentation."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eval.report.content import Report
from eval.report.failures import message_of
from eval.report.rows import Cell, Direction, Row, aimed, by_task, rows, subjects
from eval.report.summary import summary
from eval.report.words import counted, named, say
from eval.wording.figures import ABSENT, percent, points, whole

MOST_REGRESSIONS: Final = 10
MOST_PER_MEASURE: Final = 3
_LONGEST: Final = 160
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#|<>~@&$]|:(?=\S)")
"""What Markdown, or the site that shows it, would read as more than a letter."""
_ARROWS: Final = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.SAME: "="}


def pull_request(report: Report) -> str:
    """Return a short comment: the summary, the measures, and the worst regressions."""
    every = rows(report)
    said = [f"- {inert(sentence)}" for sentence in summary(report, every)]
    parts = (
        [f"## {say('markdown.title')}"],
        said,
        _table(_header(report, every), [_cells(report, every, row) for row in every]),
        list(_regressions(report, every)),
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def evaluation_table(runs: Report) -> str:
    """Return the table of the documentation: a line per measure, a column per subject."""
    every = rows(runs)
    names = (f"`{run.about.subject}`" for run in runs.runs)
    target = [say("docs.target")] if aimed(every) else []
    header = (say("docs.task"), say("docs.measure"), say("docs.asks"), *target, *names)
    lines = [
        (
            *(f"`{task}`", f"`{row.name}`", inert(row.asks)),
            *(ABSENT if row.target is None else f"{row.target:.3f}" for _ in target),
            *map(_told, (row.ours, *row.others)),
        )
        for task, held in by_task(every).items()
        for row in held
    ]
    return "\n".join(_table(header, lines))


def inert(text: str) -> str:
    """Return a text that Markdown shows letter by letter, on one line."""
    line = " ".join(text.split())
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", line)


def _header(report: Report, every: Sequence[Row]) -> tuple[str, ...]:
    """Return the header of the table of measures."""
    ours, *others = (inert(name) for name in subjects(report))
    compared = (say("table.change"),) if report.changes else ()
    fixed = (say("table.task"), say("table.measure"), say("table.scored"))
    target = (say("table.target"),) if aimed(every) else ()
    return (*fixed, ours, say("table.interval"), *target, *others, *compared)


def _cells(report: Report, every: Sequence[Row], row: Row) -> tuple[str, ...]:
    """Return one measure as cells."""
    fixed = (inert(named("task", row.task)), f"`{row.name}`", whole(row.ours.scored))
    figures = (f"**{percent(row.ours.mean)}**", row.ours.bounds)
    others = (percent(other.mean) for other in row.others)
    target = (_target(row),) if aimed(every) else ()
    return (*fixed, *figures, *target, *others, *((_change(row),) if report.changes else ()))


def _target(row: Row) -> str:
    """Return the target of a measure, and how it stands to it."""
    return f"{percent(row.target)} ({row.aim})" if row.aim else percent(row.target)


def _change(row: Row) -> str:
    """Return where a measure went, in bold when by more than chance."""
    if row.direction is None or row.change is None:
        return ABSENT
    told = f"{_ARROWS[row.direction]} {points(row.moved)}"
    return f"**{told}**" if row.change.significant else told


def _regressions(report: Report, every: Sequence[Row]) -> Iterator[str]:
    """Yield the items that got worse, deepest falls first, a few per measure; how many more."""
    fallen = sorted(
        (row.change for row in every if row.change and row.change.worse),
        key=lambda change: change.difference.mean if change.difference else 0.0,
    )
    worse = [
        (change.measure, item) for change in fallen for item in change.worse[:MOST_PER_MEASURE]
    ]
    if worse:
        yield f"### {say('markdown.regressions')}"
        yield ""
    for measure, item in worse[:MOST_REGRESSIONS]:
        yield say(
            "markdown.regression",
            item=f"`{item}`",
            measure=f"`{measure}`",
            message=inert(_short(message_of(report, item))),
            why=inert(_short(report.why(report.ours, measure, item))),
        )
    left = sum(len(change.worse) for change in fallen) - len(worse[:MOST_REGRESSIONS])
    if left:
        yield f"- {counted('markdown.more', left)}"


def _told(cell: Cell) -> str:
    """Return a figure as the documentation writes it: mean, bounds, number of items."""
    if cell.mean is None or cell.interval is None:
        return ABSENT
    low, high = cell.interval.low, cell.interval.high
    return f"{cell.mean:.3f} ({low:.3f}–{high:.3f}), n = {cell.scored}"


def _table(header: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    """Return a Markdown table; nothing when it has no line."""
    if not lines:
        return []
    drawn = (header, ["---"] * len(header), *lines)
    return [f"| {' | '.join(cells)} |" for cells in drawn]


def _short(text: str) -> str:
    """Return a text cut to a length, the cut shown."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
