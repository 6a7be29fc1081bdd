"""Is a run good enough, and no worse than its base? If not: which measure, and which items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eval.gate.thresholds import Threshold, Thresholds
from eval.runs.compare import Change
from eval.runs.folder import Results
from eval.runs.results import MeasureResult


class Kind(StrEnum):
    """Why the gate is red."""

    FLOOR = "floor"
    FALL = "fall"
    ABSENT = "absent"
    """A measure that is demanded was not taken: silence is not success."""
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
    return Verdict(broken=tuple(broken), checked=len(thresholds.measure))


def _checked(
    name: str, threshold: Threshold, result: MeasureResult | None, change: Change | None
) -> Iterator[Broken]:
    """Yield what is wrong with one measure."""
    mean = result.mean if result else None
    if result is None or mean is None:
        yield Broken(measure=name, kind=Kind.ABSENT, found=None, demanded=threshold.floor)
        return
    if result.faults:
        yield Broken(measure=name, kind=Kind.FAULT, found=float(result.faults), demanded=0.0)
    if mean < threshold.floor:
        items = tuple(score.item for score in result.failures)
        yield Broken(
            measure=name, kind=Kind.FLOOR, found=mean, demanded=threshold.floor, items=items
        )
    if change and change.fell and change.difference and -change.difference.mean > threshold.fall:
        yield Broken(
            measure=name,
            kind=Kind.FALL,
            found=change.difference.mean,
            demanded=-threshold.fall,
            items=change.worse,
        )
