"""Targets reached by task; publics and territories beside everybody, measure by measure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import TypeAlias

from eval.report.content import Report
from eval.runs.results import MeasureResult
from eval.runs.statistics import Interval, difference

_Pairs: TypeAlias = dict[str, list[tuple[float, float]]]
"""For each item, its scores, each with the mean of its measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How many measures are at their target, out of those that have one and scored something."""

    reached: int = 0
    aimed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTargets:
    """The targets of one task, run by run."""

    task: str
    ours: Reached
    others: tuple[Reached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The items of one kind: how far their scores are from the means of the same measures."""

    code: str
    gap: float
    interval: Interval
    items: int


def per_task(report: Report) -> list[TaskTargets]:
    """Return the tasks of which a measure of the first run has a target, in their order."""
    counts = [_by_task(run.measures, report.targets) for run in report.runs]
    return [
        TaskTargets(
            task=task, ours=ours, others=tuple(other.get(task, Reached()) for other in counts[1:])
        )
        for task, ours in counts[0].items()
    ]


def per_public(report: Report) -> list[Group]:
    """Return the groups of the first run, the worst served first."""
    return _per(report, {item.id: item.public for item in report.items.values()})


def per_territory(report: Report) -> list[Group]:
    """Return the groups by department, the worst served first; an empty code tells none."""
    return _per(report, {item.id: item.department for item in report.items.values()})


def _by_task(measures: Iterable[MeasureResult], targets: Mapping[str, float]) -> dict[str, Reached]:
    """Return the targets reached in each task that has some."""
    found: dict[str, Reached] = {}
    for one in measures:
        mean, target = one.mean, targets.get(one.name)
        if mean is not None and target is not None:
            held = found.get(one.task, Reached())
            reached = held.reached + (mean >= target)
            found[one.task] = Reached(reached=reached, aimed=held.aimed + 1)
    return found


def _per(report: Report, code_of: Mapping[str, str]) -> list[Group]:
    """Return the groups of items that share a code, worst first."""
    held: dict[str, _Pairs] = {}
    for one in report.ours.measures:
        mean = one.mean or 0.0
        for score in one.scores:
            if score.item in code_of:
                pairs = held.setdefault(code_of[score.item], {})
                pairs.setdefault(score.item, []).append((score.value, mean))
    found = (_group(code, pairs) for code, pairs in held.items())
    return sorted(found, key=lambda group: (group.gap, group.code))


def _group(code: str, pairs: _Pairs) -> Group:
    """Return the group of items with these scores; an item counts once, whatever it was put to."""
    scores = [fmean(score for score, _ in held) for held in pairs.values()]
    means = [fmean(mean for _, mean in held) for held in pairs.values()]
    found = difference(scores, means)
    return Group(code=code, gap=found.mean, interval=found.interval, items=found.items)
