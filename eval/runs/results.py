"""Traces scored: per measure, per item, each with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from pydantic import Field

from eval.data.item import Item
from eval.runs.statistics import Interval, interval
from eval.scorers.base import Score
from eval.tasks.base import Measure
from eval.trace.observed import Value
from eval.trace.trace import Trace


class ItemScore(Value):
    """One item under one measure: the mean over repeats, and why it is not wholly right."""

    item: str
    value: float
    why: str = ""


class MeasureResult(Value):
    """One measure over a run."""

    name: str
    task: str
    dataset: str
    asks: str
    scores: tuple[ItemScore, ...]
    unscored: int = Field(description="Items put that the measure says nothing of: not wrong.")
    faulted: tuple[str, ...] = Field(
        default=(),
        description="Items that could not be put, once at least; other repeats may score.",
    )

    @property
    def faults(self) -> int:
        """Return how many items could not be put."""
        return len(self.faulted)

    @property
    def values(self) -> dict[str, float]:
        """Return the value of each scored item."""
        return {score.item: score.value for score in self.scores}

    @property
    def mean(self) -> float | None:
        """Return the mean score; nothing when no item was scored."""
        return fmean(self.values.values()) if self.scores else None

    @property
    def interval(self) -> Interval:
        """Return the 95 % interval of the mean."""
        return interval([score.value for score in self.scores])

    @property
    def failures(self) -> tuple[ItemScore, ...]:
        """Return the items that are not wholly right, worst first."""
        wrong = (score for score in self.scores if score.value < 1.0)
        return tuple(sorted(wrong, key=lambda score: (score.value, score.item)))


@dataclass(frozen=True, slots=True)
class _Scored:
    """The scores of one item over its repeats."""

    item: str
    scores: Sequence[Score]

    def merged(self) -> ItemScore:
        """Return their mean, with each distinct reason."""
        reasons = dict.fromkeys(score.why for score in self.scores if score.why)
        value = fmean(score.value for score in self.scores)
        return ItemScore(item=self.item, value=value, why=" | ".join(reasons))


def score_all(
    measures: Iterable[tuple[str, Measure]],
    items: Mapping[str, Sequence[Item]],
    traces: Iterable[Trace],
) -> list[MeasureResult]:
    """Return the result of each measure, given with the name of its task.

    `items` are the items of the run by data set; traces of other items are left out.
    """
    by_item: dict[str, list[Trace]] = {}
    for trace in traces:
        by_item.setdefault(trace.item, []).append(trace)
    return [
        _result(task, measure, items.get(measure.dataset, ()), by_item)
        for task, measure in measures
    ]


def _result(
    task: str, measure: Measure, items: Sequence[Item], traces: Mapping[str, Sequence[Trace]]
) -> MeasureResult:
    """Return one measure over the items of its data set."""
    scored: list[ItemScore] = []
    faulted: list[str] = []
    unscored = 0
    for item in items:
        held = traces.get(item.id, ())
        whole = [trace for trace in held if not trace.fault]
        scores = [s for s in (measure.score(item, trace) for trace in whole) if s is not None]
        if scores:
            scored.append(_Scored(item.id, scores).merged())
        if len(whole) < len(held):
            faulted.append(item.id)
        elif not scores:
            unscored += 1
    return MeasureResult(
        name=measure.name,
        task=task,
        dataset=measure.dataset,
        asks=measure.asks,
        scores=tuple(scored),
        unscored=unscored,
        faulted=tuple(faulted),
    )
