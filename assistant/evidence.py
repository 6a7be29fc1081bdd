"""What retrieval found for a question: candidate passages, each with the reason for its rank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from corpus.model.document import Passage, Span
from corpus.model.fact import Fact
from corpus.model.unanswerable import Beyond

SAME_QUESTION: Final = 0.92
"""Cosine from which a message is a question that a passage answers."""


class Signal(StrEnum):
    """What speaks for a passage, or against it."""

    ASKED = "asked"
    """One of its questions is near the message."""
    MEANING = "meaning"
    """Its text is near the message."""
    WORDS = "words"
    """It holds the words of the message."""
    APART = "apart"
    """It is for a precise situation nobody spoke of; it speaks against."""
    STANDING = "standing"
    """Its source is of authority, fresh and of the territory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A candidate passage; its score is the sum of its signals."""

    passage: Passage
    score: float
    ranks: Mapping[str, int]
    """Its place in each list that found it, from 1."""
    signals: Mapping[Signal, float] = field(default_factory=dict)
    """What each signal adds to the score, those that add something."""
    asked: str = ""
    """Its question nearest to the message, when one is near."""
    answer: Span | None = None
    """The characters of the passage that answer that question."""
    nearness: float = 0.0
    """Cosine of that question."""


class Why(StrEnum):
    """Why a candidate was not kept."""

    OTHER = "other"
    """It is about another occupation than the one named."""
    CROWDED = "crowded"
    """Better passages of the same section, or of the same sheet, are kept."""
    LOWER = "lower"
    """Enough better ones are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A candidate not kept."""

    hit: Hit
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Candidates best first, typed facts on the subject asked about, and how near they are."""

    hits: tuple[Hit, ...]
    facts: tuple[Fact, ...] = ()
    subjects: tuple[str, ...] = ()
    """Ids of the occupations asked about, those that were recognised and have a sheet."""
    nearness: float = 0.0
    """Cosine of the nearest passage, -1 to 1."""
    asked: float = 0.0
    """Cosine of the nearest question that a passage kept answers, -1 to 1."""
    confidence: float = 0.0
    """Probability that the records answer, 0 to 1."""
    beyond: Beyond | None = None
    """Why no record answers the example nearest to the message."""
    rejected: tuple[Rejected, ...] = ()
    """Candidates not kept, best first."""

    @property
    def answers_it(self) -> bool:
        """Return whether the message is a question that the best passage answers."""
        return bool(self.hits) and self.hits[0].nearness >= SAME_QUESTION
