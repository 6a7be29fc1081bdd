"""Messages of the development split on each side of what the records answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.data.datasets import load
from eval.data.item import DEVELOPMENT, Item

_ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """Items, and whether each must be answered (true) or must not (false)."""

    items: Sequence[Item]
    answerable: NDArray[np.bool_]


def development_border() -> Border:
    """Return the border over the data sets that tell what must be answered."""
    return border((*load("retrieval"), *load("abstention")))


def border(items: Iterable[Item]) -> Border:
    """Return first messages that must be answered, and those that must not.

    What may be answered or not teaches nothing; a follow-up is not a message by itself.
    """
    ours = [i for i in items if i.split == DEVELOPMENT and i.review != "disputed" and not i.history]
    sided = [(item, _side(item)) for item in ours]
    kept = [(item, side) for item, side in sided if side is not None]
    return Border(
        items=[item for item, _ in kept],
        answerable=np.array([side for _, side in kept], bool),
    )


def _side(item: Item) -> bool | None:
    """Return whether a message must be answered; absent where it may be or not."""
    due = item.expected.get("outcome", [_ANSWERED])
    if item.expected.get("kind") == "answerable" or due == [_ANSWERED]:
        return True
    return None if _ANSWERED in due else False
