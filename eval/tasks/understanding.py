"""Occupations under the names people type, and what a follow-up keeps."""

from eval.data.item import Item
from eval.score import RIGHT, Score, wrong
from eval.tasks.base import Subject, Task, turn_of


def score_occupation(subject: Subject, item: Item) -> Score:
    """Score whether the first occupation found bears a right ROME code."""
    found = subject.understand(turn_of(item)).occupations
    codes = found[0].occupation.rome if found else ()
    right = set(item.expected["rome"]) & set(codes)
    return RIGHT if right else wrong(f"{list(codes) or 'nothing'}, not {item.expected['rome']}")


def score_followup(subject: Subject, item: Item) -> Score:
    """Score whether a follow-up keeps, changes or drops its occupation and place as it should."""
    question = subject.understand(turn_of(item))
    found = question.occupations[0].occupation.id if question.occupations else ""
    expected = item.expected["occupation"]
    if expected.startswith("occupation:") and found != expected:
        return wrong(f"occupation {found or 'none'}, not {expected}")
    if not expected and found:
        return wrong(f"occupation {found} kept, should be dropped")
    place = question.place.code if question.place else ""
    due = item.expected["place"]
    return RIGHT if not due or place == due else wrong(f"place {place or 'none'}, not {due}")


OCCUPATIONS = Task(
    name="occupations",
    dataset="occupations",
    score=score_occupation,
    asks="Is the occupation behind a noisy name found first (ROME code)?",
)
FOLLOWUPS = Task(
    name="followups",
    dataset="followups",
    score=score_followup,
    asks="Does a follow-up keep or drop its occupation and place?",
)
