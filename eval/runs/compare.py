"""A run beside a base run: which measures moved by more than chance, and which items did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from eval.runs.folder import Results
from eval.runs.results import MeasureResult
from eval.runs.statistics import Difference, adjusted, difference

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
    changes = [_change(name, ours.get(name), base.get(name)) for name in names]
    tested = [change for change in changes if change.difference is not None]
    corrected = adjusted([change.difference.p for change in tested if change.difference])
    by_name = {change.measure: p for change, p in zip(tested, corrected, strict=True)}
    return [replace(change, p_adjusted=by_name.get(change.measure)) for change in changes]


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
    )


def _mean(values: dict[str, float], items: Sequence[str]) -> float | None:
    """Return the mean over some items; nothing when there is none."""
    return fmean(values[item] for item in items) if items else None
