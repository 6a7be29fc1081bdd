"""Messages put to a subject, and the measures of what came back."""

from collections.abc import Mapping, Sequence
from typing import Final

from eval.data.item import Item
from eval.runs.ask import Job, ask_all, in_order
from eval.runs.results import MeasureResult, score_all
from eval.scripts.all import SCRIPTS
from eval.subjects.base import Subject, SubjectError
from eval.tasks.all import TASKS
from eval.tasks.base import Measure

GAIN: Final = "retrieval.ndcg"
RECALL: Final = "retrieval.recall"
SEARCHED: Final = "retrieval"
"""Data set of the questions that records answer."""
UNDERSTOOD: Final = (
    "understanding.occupations",
    "understanding.occupations-top3",
    "understanding.followups",
)
REPLIED: Final = ("abstention.refused", "abstention.legitimate")
"""Measures of whole replies; the others need no sentence."""
_WORKERS: Final = 2

Items = Mapping[str, Sequence[Item]]
Measured = Mapping[str, MeasureResult]


def measured(subject: Subject, items: Items, names: Sequence[str]) -> Measured:
    """Return measures by name, each over the items of its data set.

    Raises SubjectError when an item can't be put: what is measured on fewer does not compare.
    """
    found = [_measure(name) for name in names]
    asked = {measure.dataset: items[measure.dataset] for _, measure in found}
    jobs = [
        Job(dataset=dataset, item=item, script=SCRIPTS[dataset])
        for dataset, held in asked.items()
        for item in held
    ]
    traces = in_order(ask_all(subject, jobs, _WORKERS))
    if fault := next((trace for trace in traces if trace.fault), None):
        msg = f"{subject.name}, {fault.item} : {fault.fault}"
        raise SubjectError(msg)
    return {result.name: result for result in score_all(found, asked, traces)}


def _measure(name: str) -> tuple[str, Measure]:
    """Return a measure with the name of its task."""
    return next(
        (task.name, measure) for task in TASKS for measure in task.measures if measure.name == name
    )
