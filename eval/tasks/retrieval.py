"""Retrieval: do the records that answer come among the first passages?"""

from typing import Final

from assistant.evidence import Evidence
from eval.data.item import Item
from eval.score import Score, wrong
from eval.tasks.base import Subject, Task, turn_of

DEPTH: Final = 10
_ANSWERS: Final = 2
"""Grade of a record that answers by itself."""


def score_recall(subject: Subject, item: Item) -> Score | None:
    """Score the share of the records that answer, among the first ten passages."""
    relevant = {key for key, grade in item.expected["relevant"].items() if grade >= _ANSWERS}
    if not relevant:
        return None
    found = _records(subject.retrieve(subject.understand(turn_of(item))))
    missed = relevant - found
    share = 1 - len(missed) / len(relevant)
    return Score(value=share, why=f"missed {sorted(missed)}") if missed else Score(value=1.0)


def score_top(subject: Subject, item: Item) -> Score:
    """Score whether the first passage is about a relevant record, whatever its section."""
    subjects = {key.partition("#")[0] for key in item.expected["relevant"]}
    hits = subject.retrieve(subject.understand(turn_of(item))).hits
    first = hits[0].passage.subject if hits else "nothing"
    return Score(value=1.0) if first in subjects else wrong(f"{first}, not {sorted(subjects)}")


def _records(evidence: Evidence) -> set[str]:
    """Return the records of the first passages, as `subject#aspect`."""
    return {f"{hit.passage.subject}#{hit.passage.aspect}" for hit in evidence.hits[:DEPTH]}


RETRIEVAL = Task(
    name="retrieval",
    dataset="retrieval",
    score=score_recall,
    asks=f"Which share of the records that answer is among the first {DEPTH} passages?",
)
FIRST = Task(
    name="first-sheet",
    dataset="retrieval",
    score=score_top,
    asks="Is the first passage from a relevant sheet?",
)
