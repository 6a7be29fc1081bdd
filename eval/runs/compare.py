"""A run beside a base run: which measures moved by more than chance, and which items did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from eval.runs.folder import Results
from eval.runs.results import MeasureResult
from eval.runs.statistics import Difference, adjusted, difference

POOLED: Final = ".*"
ALL: Final = "*"
SIGNIFICANT: Final = 0.05
"""Chance of a false alarm accepted, over all measures together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One measure in two runs, over the items both scored."""

    measure: str
    ours: float | None
    base: float | None
    difference: Difference | None
    """`None` when the two runs share no scored item."""
    p_adjusted: float | None = None
    """Corrected for the number of measures compared."""
    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    """Ids of the items that moved."""
    lost: tuple[str, ...] = ()
    """Ids of the items the base scored and this run does not."""

    @property
    def significant(self) -> bool:
        """Return whether the measure moved by more than chance."""
        return self.p_adjusted is not None and self.p_adjusted < SIGNIFICANT

    @property
    def fell(self) -> bool:
        """Return whether the measure fell by more than chance."""
        return self.significant and self.difference is not None and self.difference.mean < 0


def compare(ours: Results, base: Results) -> list[Change]:
    """Return the change of every measure of either run, in the order of ours then of the base."""
    names = dict.fromkeys(one.name for one in (*ours.measures, *base.measures))
    return _corrected([_change(name, ours.get(name), base.get(name)) for name in names])


def pooled(changes: Sequence[Change]) -> list[Change]:
    """Return the changes over all the measures of each task, `task.*`, and of all tasks, `*`.

    A small fall on each of many measures is no chance, though each may be. An item counts once:
    as worse when it is under some measure and better under none, and the reverse.
    """
    tasks: dict[str, list[Change]] = {}
    for change in changes:
        tasks.setdefault(change.measure.partition(".")[0], []).append(change)
    held = {f"{task}{POOLED}": of_task for task, of_task in tasks.items()}
    return _corrected([_pool(name, of) for name, of in {**held, ALL: list(changes)}.items()])


def incomparable(ours: Results, base: Results) -> list[str]:
    """Return in what two runs were not asked the same; empty when they compare."""
    one, other = ours.about, base.about
    told = {
        "split": (one.split, other.split),
        "suite": (one.suite, other.suite),
        "day": (one.versions.get("day"), other.versions.get("day")),
        "base": (one.versions.get("base"), other.versions.get("base")),
    } | {
        f"data set {name}": (one.datasets[name], other.datasets[name])
        for name in one.datasets
        if name in other.datasets
    }
    return [f"{what}: {a} / {b}" for what, (a, b) in told.items() if a != b]


def _corrected(changes: Sequence[Change]) -> list[Change]:
    """Return changes with p-values corrected for their number."""
    tested = [change for change in changes if change.difference is not None]
    corrected = adjusted([change.difference.p for change in tested if change.difference])
    by_name = {change.measure: p for change, p in zip(tested, corrected, strict=True)}
    return [replace(change, p_adjusted=by_name.get(change.measure)) for change in changes]


def _pool(name: str, changes: Iterable[Change]) -> Change:
    """Return the items worse under some measure and better under none, and the reverse."""
    fell = {item for change in changes for item in change.worse}
    rose = {item for change in changes for item in change.better}
    worse, better = sorted(fell - rose), sorted(rose - fell)
    moved = dict.fromkeys(worse, -1.0) | dict.fromkeys(better, 1.0)
    zero = [0.0] * len(moved)
    return Change(
        measure=name,
        ours=None,
        base=None,
        difference=difference(list(moved.values()), zero) if moved else None,
        worse=tuple(worse),
        better=tuple(better),
    )


def _change(name: str, ours: MeasureResult | None, base: MeasureResult | None) -> Change:
    """Return one measure in two runs, the p-value not corrected yet."""
    mine, theirs = (one.values if one else {} for one in (ours, base))
    shared = [item for item in mine if item in theirs]
    return Change(
        measure=name,
        ours=_mean(mine, shared or list(mine)),
        base=_mean(theirs, shared or list(theirs)),
        difference=difference([mine[i] for i in shared], [theirs[i] for i in shared])
        if shared
        else None,
        worse=tuple(item for item in shared if mine[item] < theirs[item]),
        better=tuple(item for item in shared if mine[item] > theirs[item]),
        lost=tuple(item for item in theirs if item not in mine),
    )


def _mean(values: Mapping[str, float], items: Sequence[str]) -> float | None:
    """Return the mean over some items; nothing when there is none."""
    return fmean(values[item] for item in items) if items else None
