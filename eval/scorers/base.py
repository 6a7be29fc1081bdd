"""A score says how well, and why; what can't be scored is absent, not zero."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, TypeAlias

from eval.data.item import Item
from eval.trace.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How right a reply is, 0 to 1, and the reason when it is not wholly right."""

    value: float
    why: str = ""

    def __post_init__(self) -> None:
        """Refuse a value out of bounds, and a fault without its reason."""
        if not 0.0 <= self.value <= 1.0:
            msg = f"a score lies between 0 and 1, not {self.value}"
            raise ValueError(msg)
        if self.value < 1.0 and not self.why:
            msg = "a reply that is not wholly right needs a reason"
            raise ValueError(msg)

    @property
    def right(self) -> bool:
        """Return whether nothing is wrong."""
        return self.value >= 1.0


Scorer: TypeAlias = Callable[[Item, Trace], Score | None]
"""Scores what became of one item; `None` when the item or the subject does not allow it."""

RIGHT: Final = Score(value=1.0)


def wrong(why: str) -> Score:
    """Return the score of a wrong reply."""
    return Score(value=0.0, why=why)


def right_if(holds: bool, why: str) -> Score:  # noqa: FBT001 # reads as "right if"
    """Return `RIGHT` when something holds, else the score of a wrong reply."""
    return RIGHT if holds else wrong(why)


def share(wrong_ones: Collection[str], total: int) -> Score | None:
    """Return the share of parts that are right, naming the wrong ones; absent without parts."""
    if not total:
        return None
    if not wrong_ones:
        return RIGHT
    return Score(value=1 - len(wrong_ones) / total, why=" | ".join(sorted(wrong_ones)))
