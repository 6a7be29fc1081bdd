"""What retrieval found for a question: candidate passages, each with the reason for its rank."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.model.document import Passage
from corpus.model.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A candidate passage; `ranks` gives its place in each list that found it, from 1."""

    passage: Passage
    score: float
    ranks: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Candidates best first, typed facts on the subject asked about, and how near they are."""

    hits: tuple[Hit, ...]
    facts: tuple[Fact, ...] = ()
    subjects: tuple[str, ...] = ()
    """Ids of the occupations asked about, those that were recognised."""
    nearness: float = 0.0
    """Cosine of the nearest passage, -1 to 1."""
    coverage: float = 0.0
    """Share of the question's content words that the best passages hold, 0 to 1."""
