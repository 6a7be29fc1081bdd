"""Referral from free text: are the right CEP operators named, and none that can't serve?"""

from collections.abc import Mapping
from typing import Any

from eval.data.item import Item
from eval.score import RIGHT, Score, wrong
from eval.tasks.base import Subject, Task, referrals_of, turn_of


def score_bodies(subject: Subject, item: Item) -> Score:
    """Score the operators named against those the rules give for what the message states."""
    named = {r.organisation.id for r in referrals_of(subject.reply(turn_of(item)))}
    due = _due(item.expected)
    lacking, barred = due - named, named & set(item.expected["never"])
    if lacking or barred:
        return wrong(f"lacks {sorted(lacking)}, names {sorted(barred)} that can't serve")
    useful = set(item.expected["others_any"])
    return RIGHT if not useful or named & useful else wrong(f"none of {sorted(useful)}")


def score_profile(subject: Subject, item: Item) -> Score:
    """Score what is understood of the person: what was stated, and nothing else."""
    profile = subject.understand(turn_of(item)).profile
    stated = item.expected["profile"]
    lost = {k: v for k, v in stated.items() if getattr(profile, k) != v}
    return RIGHT if not lost else wrong(f"not read: {lost}")


def _due(expected: Mapping[str, Any]) -> set[str]:
    """Return the operators to name: the settled ones, and those of each branch left open."""
    branches = (expected.get("cep_conditional") or {}).values()
    open_ones = (body for branch in branches for bodies in branch.values() for body in bodies)
    return {*expected["cep"], *open_ones}


REFERRAL = Task(
    name="referral",
    dataset="referral",
    score=score_bodies,
    asks="Are the right CEP operators named from free text, and none that can't serve?",
)
PROFILE = Task(
    name="profile",
    dataset="referral",
    score=score_profile,
    asks="Is every stated fact about the person read?",
)
