"""The table of measures, its figures worked out once for every kind of report."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from eval.report.content import Report
from eval.report.words import named, say
from eval.runs.compare import Change
from eval.runs.results import MeasureResult
from eval.runs.statistics import Interval
from eval.wording.figures import ABSENT, bounds, points


class Direction(StrEnum):
    """Where a measure went against the base."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One measure of one subject."""

    mean: float | None = None
    interval: Interval | None = None
    """Absent where nothing was scored."""
    scored: int = 0
    unscored: int = 0
    faults: int = 0

    @property
    def bounds(self) -> str:
        """Return the interval in words."""
        return bounds(self.interval.low, self.interval.high) if self.interval else ABSENT

    @classmethod
    def of(cls, result: MeasureResult | None) -> "Cell":
        """Return the figures of a result; empty when the subject has no such measure."""
        if result is None:
            return cls()
        return cls(
            mean=result.mean,
            interval=result.interval if result.scores else None,
            scored=len(result.scores),
            unscored=result.unscored,
            faults=result.faults,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure: ours, the others', and what changed."""

    name: str
    task: str
    dataset: str
    asks: str
    ours: Cell
    others: tuple[Cell, ...] = ()
    target: float | None = None
    change: Change | None = None

    @property
    def told(self) -> str:
        """Return what the measure asks, in French where we have it."""
        french = named("asks", self.name)
        return self.asks if french == self.name else french

    @property
    def in_french(self) -> bool:
        """Return whether what the measure asks is told in French."""
        return named("asks", self.name) != self.name

    @property
    def beyond(self) -> float | None:
        """Return how far above its target the measure is; negative under it, absent without one."""
        if self.target is None or self.ours.mean is None:
            return None
        return self.ours.mean - self.target

    @property
    def reached(self) -> bool:
        """Return whether the measure is at its target."""
        return self.beyond is not None and self.beyond >= 0

    @property
    def aim(self) -> str:
        """Return in words how the measure stands to its target; empty when it can't be told."""
        if self.beyond is None:
            return ""
        return say("table.reached") if self.reached else points(self.beyond)

    @property
    def moved(self) -> float | None:
        """Return by how much the measure moved; nothing when it was not compared."""
        found = self.change.difference if self.change else None
        return found.mean if found else None

    @property
    def direction(self) -> Direction | None:
        """Return where the measure went; nothing when it was not compared."""
        if self.moved is None:
            return None
        return Direction.UP if self.moved > 0 else Direction.DOWN if self.moved else Direction.SAME


def rows(report: Report) -> list[Row]:
    """Return a row per measure of the first run, then per measure only another run has."""
    changes = {change.measure: change for change in report.changes}
    known = {one.name: one for run in reversed(report.runs) for one in run.measures}
    names = dict.fromkeys(one.name for run in report.runs for one in run.measures)
    return [
        Row(
            name=name,
            task=known[name].task,
            dataset=known[name].dataset,
            asks=known[name].asks,
            ours=Cell.of(report.ours.get(name)),
            others=tuple(Cell.of(run.get(name)) for run in report.others),
            target=report.targets.get(name),
            change=changes.get(name),
        )
        for name in names
    ]


def aimed(every: Iterable[Row]) -> bool:
    """Return whether some measure has a target, which a table then shows."""
    return any(row.target is not None for row in every)


def by_task(every: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each task, tasks and measures in the order they come."""
    found: dict[str, list[Row]] = {}
    for row in every:
        found.setdefault(row.task, []).append(row)
    return found


def subjects(report: Report) -> tuple[str, ...]:
    """Return what each run is called; two runs of one subject are told apart by their number."""
    names = [named("subject", run.about.subject) for run in report.runs]
    return tuple(
        name if names.count(name) == 1 else f"{name} ({number})"
        for number, name in enumerate(names, start=1)
    )
