"""A script yields the turns of an item one by one; each may depend on the reply before it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias

from assistant.question import Turn
from eval.data.item import Item
from eval.trace.observed import Observed


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A turn to put to the subject, and which variant of the item it is."""

    turn: Turn
    label: str = ""


Talk: TypeAlias = Generator[Put, Observed, None]
"""Yields what to put, and is sent the reply."""

Script: TypeAlias = Callable[[Item], Talk]


def single(item: Item) -> Talk:
    """Put an item as it stands, once."""
    yield Put(turn=Turn(text=item.text, history=item.history, language=item.language))
