"""Another way to search, over the questions ours is measured on."""

from dataclasses import dataclass

from eval.retrieval.measured import GAIN, RECALL, SEARCHED, Items, Measured, measured
from eval.runs.results import MeasureResult
from eval.runs.statistics import Difference, difference
from eval.subjects.base import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """A measure of another way, and ours minus it, question by question."""

    result: MeasureResult
    ahead: Difference
    changed: int
    """Questions that it scores otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """How another way ranks the records."""

    name: str
    gain: Paired
    recall: Paired


def beside(subject: Subject, items: Items, ours: Measured) -> Beside:
    """Return how a subject ranks the records of the questions that ours is scored on."""
    scored = ours[GAIN].values
    same = [item for item in items[SEARCHED] if item.id in scored]
    theirs = measured(subject, {SEARCHED: same}, (GAIN, RECALL))
    return Beside(
        name=subject.name,
        gain=_paired(ours[GAIN], theirs[GAIN]),
        recall=_paired(ours[RECALL], theirs[RECALL]),
    )


def _paired(ours: MeasureResult, theirs: MeasureResult) -> Paired:
    """Return a measure beside ours; KeyError where it is not on the same questions."""
    mine = list(ours.values.values())
    values = [theirs.values[item] for item in ours.values]
    return Paired(
        result=theirs,
        ahead=difference(mine, values),
        changed=sum(one != other for one, other in zip(mine, values, strict=True)),
    )
