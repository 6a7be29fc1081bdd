"""The last week of a site against the three weeks before: what moved by more than chance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from statistics import fmean
from typing import Final

from scipy import stats

from eval.live.score import Point, Series
from eval.runs.compare import SIGNIFICANT
from eval.runs.statistics import adjusted

RECENT: Final = 7
"""Days looked at, today included."""
BEFORE: Final = 21
"""Days just before them, which they are held against."""
FEWEST: Final = 30
"""Values on each side under which nothing is tested."""
LEAST: Final = 0.05
"""Change of a mean that is let pass, however sure."""
_ROUNDING: Final = 9


class Verdict(StrEnum):
    """What is said of one value."""

    ALARM = "alarm"
    STEADY = "steady"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The values of one period."""

    count: int
    mean: float | None
    """`None` when there is no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One value of one site in two periods."""

    site: str
    name: str
    recent: Side
    before: Side
    p: float | None = None
    """Chance of a change as large if nothing had changed; `None` when there are too few values."""
    p_adjusted: float | None = None
    """Corrected for all the values of all sites looked at together."""

    @property
    def change(self) -> float | None:
        """Return by how much the mean moved; nothing when a side has none."""
        if self.recent.mean is None or self.before.mean is None:
            return None
        return round(self.recent.mean - self.before.mean, _ROUNDING)

    @property
    def verdict(self) -> Verdict:
        """Return an alarm when the change is both sure and large."""
        if self.p_adjusted is None or self.change is None:
            return Verdict.TOO_FEW
        moved = self.p_adjusted < SIGNIFICANT and abs(self.change) > LEAST
        return Verdict.ALARM if moved else Verdict.STEADY


def drifts(sites: Mapping[str, Series], today: date) -> list[Drift]:
    """Return what became of every value of every site."""
    found = [
        _drift(site, name, points, today)
        for site, held in sites.items()
        for name, points in held.items()
    ]
    corrected = iter(adjusted([drift.p for drift in found if drift.p is not None]))
    return [d if d.p is None else replace(d, p_adjusted=next(corrected)) for d in found]


def _drift(site: str, name: str, points: Sequence[Point], today: date) -> Drift:
    """Return one value in both periods, its p-value not corrected yet."""
    recent = list(_within(points, today, 0, RECENT))
    before = list(_within(points, today, RECENT, RECENT + BEFORE))
    enough = min(len(recent), len(before)) >= FEWEST
    p = _chance(recent, before) if enough else None
    return Drift(site=site, name=name, recent=_side(recent), before=_side(before), p=p)


def _within(points: Sequence[Point], today: date, first: int, end: int) -> Iterator[float]:
    """Yield the values that are from `first` to less than `end` days old."""
    return (point.value for point in points if first <= (today - point.day).days < end)


def _side(values: Sequence[float]) -> Side:
    """Return a period summed up."""
    return Side(count=len(values), mean=fmean(values) if values else None)


def _chance(recent: Sequence[float], before: Sequence[float]) -> float:
    """Return the two-sided p-value of a change.

    Fisher's exact test where each value is 0 or 1, else Mann and Whitney's: scores are far from
    normal and full of ties. Neither draws at random: the same samples give the same alarms.
    """
    every = {*recent, *before}
    if len(every) == 1:
        return 1.0
    if every == {0.0, 1.0}:
        table = [[sum(side), len(side) - sum(side)] for side in (recent, before)]
        return float(stats.fisher_exact(table).pvalue)
    return float(stats.mannwhitneyu(recent, before, method="asymptotic").pvalue)
