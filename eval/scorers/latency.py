"""How long a person waits."""

from typing import Final

from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.trace.trace import Trace

LONGEST: Final = 0.150
"""Seconds on two idle cores: a whole answer without a model, product target 8."""


def whole_in_time(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether the whole reply came in time."""
    return _in_time(trace.only.seconds, trace.only.pace)


def first_in_time(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether the first sentence came in time; absent when the subject does not tell."""
    first = trace.only.seen.first
    return None if first is None else _in_time(first, trace.only.pace)


def _in_time(seconds: float, pace: float) -> Score:
    """Score a wait on a machine `pace` times slower than two idle cores."""
    longest = LONGEST * pace
    return right_if(seconds <= longest, f"{seconds:.3f} s, not {longest:.3g}")
