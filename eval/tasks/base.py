"""What a task is, and what it asks of the assistant."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from assistant.evidence import Evidence
from assistant.question import Question, Turn
from assistant.reply import Answer, Clarification, Crisis, Declined, Referral, Referred, Reply
from eval.data.item import Item
from eval.score import Score


class Subject(Protocol):
    """The assistant as tasks question it: whole turns, and the steps a task is about."""

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of a turn."""
        ...

    def understand(self, turn: Turn) -> Question:
        """Return what is understood of a turn."""
        ...

    def retrieve(self, question: Question) -> Evidence:
        """Return the evidence for a question."""
        ...


Scorer: TypeAlias = Callable[[Subject, Item], Score | None]
"""Scores one item; `None` when the item can't be scored on this subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question asked of the assistant, over one data set."""

    name: str
    dataset: str
    score: Scorer
    asks: str
    """What is measured, in a sentence."""


def turn_of(item: Item) -> Turn:
    """Return an item as a turn of conversation."""
    return Turn(text=item.text, history=item.history, language=item.language)


def outcome_of(reply: Reply) -> str:
    """Return the outcome of a reply, as the public contract names it."""
    match reply:
        case Answer():
            return "answered"
        case Clarification():
            return "clarify"
        case Referred():
            return "referred"
        case Declined():
            return "declined"
        case Crisis():
            return "crisis"


def referrals_of(reply: Reply) -> tuple[Referral, ...]:
    """Return the bodies a reply names."""
    return reply.referrals
