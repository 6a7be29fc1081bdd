"""What is put to a judge, what it says, and how several votes become one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final, Protocol

VOTES: Final = 3
QUORUM: Final = 2
"""Valid votes below which nothing is concluded."""
CUT: Final = 0.5
"""From this value on, a vote says right."""


class Rubric(StrEnum):
    """What is judged."""

    FAITHFULNESS = "faithfulness"
    RELEVANCY = "relevancy"
    CORRECTNESS = "correctness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question, its answer, the texts it cites, and what a right answer says."""

    question: str
    answer: str
    contexts: tuple[str, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One opinion, 0 to 1, and why; `None` when none could be had."""

    value: float | None
    why: str = ""

    @property
    def valid(self) -> bool:
        """Return whether this is an opinion at all."""
        return self.value is not None and not math.isnan(self.value)


class Judge(Protocol):
    """Gives opinions; vote `number` on a case is always the same one."""

    def vote(self, rubric: Rubric, case: Case, number: int) -> Vote:
        """Return one opinion; without value when the judge failed, never an error."""
        ...


def settled(votes: Sequence[Vote]) -> Vote:
    """Return the median of the valid votes, that of the majority when two agree.

    Without a quorum there is no value: absent, not zero. Nor is there when two votes are left, one
    for right and one for wrong. The reasons are those of the votes at or below the median.
    """
    values = [vote.value for vote in votes if vote.valid and vote.value is not None]
    lost = [vote.why for vote in votes if not vote.valid]
    if len(values) < QUORUM or _split(values):
        return Vote(value=None, why=_told(lost))
    middle = min(max(median(values), 0.0), 1.0)
    harsh = [vote.why for vote in votes if vote.valid and (vote.value or 0.0) <= middle]
    return Vote(value=middle, why=_told((*harsh, *lost)))


def _split(values: Sequence[float]) -> bool:
    """Return whether as many votes say right as wrong."""
    return 2 * sum(value >= CUT for value in values) == len(values)


def _told(reasons: Sequence[str]) -> str:
    """Return distinct reasons in order."""
    return " | ".join(dict.fromkeys(reason for reason in reasons if reason))
