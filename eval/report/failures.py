"""What went wrong, by measure, worst first, each with what was said; and what moved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from eval.data.item import Item
from eval.report.content import Report
from eval.report.rows import Row
from eval.runs.compare import Change
from eval.runs.results import ItemScore, MeasureResult
from eval.trace.trace import Exchange, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An item as it went; `repeats` say how many times it went just so."""

    trace: Trace
    repeats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item that is not wholly right under a measure."""

    measure: str
    task: str
    score: ItemScore
    item: Item | None
    """Absent when the report was not given the item."""
    message: str
    attempts: tuple[Attempt, ...]
    anchor: str
    """Where its exchanges are shown."""
    first: bool
    """Whether they are shown here; else above, under an earlier measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """The failures of one measure: those shown, and how many more there are."""

    row: Row
    shown: tuple[Failure, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An item whose score changed against the base."""

    item: str
    message: str
    why: str
    """Of the run where it is the worse of the two."""
    anchor: str = ""
    """Where its exchanges are shown; empty when they are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """The items that moved under one measure."""

    row: Row
    worse: tuple[Moved, ...]
    better: tuple[Moved, ...]
    worse_left_out: int
    better_left_out: int


@dataclass(slots=True)
class _Places:
    """Where the exchanges of each item are shown."""

    held: dict[str, str] = field(default_factory=dict)

    def take(self, item: str) -> tuple[str, bool]:
        """Return the place of an item, and whether it is new."""
        new = item not in self.held
        return self.held.setdefault(item, f"echange-{len(self.held) + 1}"), new


def failing(report: Report, every: list[Row]) -> list[Failing]:
    """Return the measures that have failures, in their order; exchanges are shown once."""
    places = _Places()
    traces = report.by_item
    found: list[Failing] = []
    for row in every:
        result = report.ours.get(row.name)
        if result and result.failures:
            shown = tuple(_failures(report, result, traces, places))
            left_out = len(result.failures) - len(shown)
            found.append(Failing(row=row, shown=shown, left_out=left_out))
    return found


def movements(report: Report, every: list[Row], shown: list[Failing]) -> list[Movement]:
    """Return the measures under which items moved, in their order."""
    anchors = {one.score.item: one.anchor for group in shown for one in group.shown}
    return [
        _movement(report, row, row.change, anchors)
        for row in every
        if row.change and (row.change.worse or row.change.better)
    ]


def message_of(report: Report, item: str) -> str:
    """Return the words of an item; empty when they are not known."""
    known = report.items.get(item)
    return known.text if known else ""


def _failures(
    report: Report, result: MeasureResult, traces: dict[str, list[Trace]], places: _Places
) -> Iterator[Failure]:
    """Yield the worst items of a measure, as many as are shown."""
    for score in result.failures[: report.most]:
        anchor, first = places.take(score.item)
        yield Failure(
            measure=result.name,
            task=result.task,
            score=score,
            item=report.items.get(score.item),
            message=message_of(report, score.item),
            attempts=_distinct(traces.get(score.item, [])),
            anchor=anchor,
            first=first,
        )


def _distinct(traces: list[Trace]) -> tuple[Attempt, ...]:
    """Return the traces that differ by more than their times, each with how often it came."""
    held: dict[str, list[Trace]] = {}
    for trace in traces:
        held.setdefault(_said(trace), []).append(trace)
    return tuple(Attempt(trace=same[0], repeats=len(same)) for same in held.values())


def _said(trace: Trace) -> str:
    """Return all that was asked and replied, without times."""
    return trace.fault + "".join(map(_exchange, trace.exchanges))


def _exchange(exchange: Exchange) -> str:
    """Return one message and its reply, as text to compare."""
    return f"{exchange.label}\0{exchange.message}\0{exchange.observed.model_dump_json()}"


def _movement(report: Report, row: Row, change: Change, anchors: dict[str, str]) -> Movement:
    """Return the items that moved under one measure, as many as are shown."""
    ours, base, most = report.ours, report.base, report.most
    worse = (
        _moved(report, item, report.why(ours, row.name, item), anchors)
        for item in change.worse[:most]
    )
    better = (
        _moved(report, item, report.why(base, row.name, item), anchors)
        for item in change.better[:most]
    )
    return Movement(
        row=row,
        worse=tuple(worse),
        better=tuple(better),
        worse_left_out=max(0, len(change.worse) - most),
        better_left_out=max(0, len(change.better) - most),
    )


def _moved(report: Report, item: str, why: str, anchors: dict[str, str]) -> Moved:
    """Return one item that moved."""
    message = message_of(report, item)
    return Moved(item=item, message=message, why=why, anchor=anchors.get(item, ""))
