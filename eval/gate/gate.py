"""Is a run good enough, and no worse than its base? If not: which measure, and which items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from eval.gate.thresholds import Threshold, Thresholds
from eval.runs.compare import Change, pooled
from eval.runs.folder import Results
from eval.runs.results import MeasureResult

LEAST: Final = 0.8
"""Share of the items the base scored under which a mean speaks of too little."""


class Kind(StrEnum):
    """Why the gate is red."""

    FLOOR = "floor"
    FALL = "fall"
    ABSENT = "absent"
    """A measure that is demanded was not taken: silence is not success."""
    UNSCORED = "unscored"
    """Many items the base scored are scored no more: a mean over the rest hides them."""
    FAULT = "fault"
    """Items could not be put to the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One demand that is not met."""

    measure: str
    kind: Kind
    found: float | None
    demanded: float
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says of a run."""

    broken: tuple[Broken, ...]
    checked: int
    """Measures looked at."""

    @property
    def green(self) -> bool:
        """Return whether every demand is met; a gate that looked at nothing is not green."""
        return self.checked > 0 and not self.broken


def gate(results: Results, changes: Sequence[Change], thresholds: Thresholds) -> Verdict:
    """Return the verdict on a run; `changes` compare it with a base, and may be empty."""
    by_name = {change.measure: change for change in changes}
    broken: list[Broken] = []
    for name, threshold in thresholds.measure.items():
        broken += _checked(name, threshold, results.get(name), by_name.get(name))
    strict = [c for c in changes if (t := thresholds.measure.get(c.measure)) and not t.fall]
    broken += [_fell_together(change) for change in pooled(strict) if change.fell]
    return Verdict(broken=tuple(broken), checked=len(thresholds.measure))


def _checked(
    name: str, threshold: Threshold, result: MeasureResult | None, change: Change | None
) -> Iterator[Broken]:
    """Yield what is wrong with one measure."""
    mean = result.mean if result else None
    if result is None or mean is None:
        yield Broken(measure=name, kind=Kind.ABSENT, found=None, demanded=threshold.floor)
        return
    if result.faulted:
        found = float(result.faults)
        yield Broken(measure=name, kind=Kind.FAULT, found=found, demanded=0.0, items=result.faulted)
    if mean < threshold.floor:
        items = tuple(score.item for score in result.failures)
        yield Broken(
            measure=name, kind=Kind.FLOOR, found=mean, demanded=threshold.floor, items=items
        )
    if change is None:
        return
    if change.fell and change.difference and -change.difference.mean > threshold.fall:
        yield _fall(change, threshold.fall)
    shared = change.difference.items if change.difference else 0
    share = shared / max(1, shared + len(change.lost))
    if change.lost and share < LEAST:
        yield Broken(
            measure=name, kind=Kind.UNSCORED, found=share, demanded=LEAST, items=change.lost
        )


def _fell_together(change: Change) -> Broken:
    """Return a fall of several measures together: items are counted, there is no mean of it."""
    return Broken(
        measure=change.measure, kind=Kind.FALL, found=None, demanded=0.0, items=change.worse
    )


def _fall(change: Change, let_pass: float = 0.0) -> Broken:
    """Return a fall beyond chance, with the items that got worse."""
    found = change.difference.mean if change.difference else None
    return Broken(
        measure=change.measure,
        kind=Kind.FALL,
        found=found,
        demanded=-let_pass,
        items=change.worse,
    )
