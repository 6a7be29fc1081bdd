"""A task is one question asked of the assistant: measures, each a data set and a scorer."""

from dataclasses import dataclass

from eval.scorers.base import Scorer


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing measured over one data set."""

    name: str
    """`task.what`, as in `referral.bodies`."""
    dataset: str
    asks: str
    """What is measured, as a question whose best answer is yes or 1."""
    score: Scorer
    slow: bool = False
    """Left out of the frozen suite: it costs more than it tells there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question asked of the assistant."""

    name: str
    asks: str
    measures: tuple[Measure, ...]
