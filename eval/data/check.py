"""What can be wrong with the data sets: repeats, leaks between splits and from the corpus."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from assistant.text import fold
from eval.data.item import Item

NEAR: Final = 92.0
"""Similarity (0 to 100) of sorted words from which two messages are the same one retyped."""
_COPIED: Final = 8
"""Words in a row from which a message repeats the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to mend, with the items it is about."""

    kind: str
    items: tuple[str, ...]


def repeated_ids(items: Sequence[Item]) -> Iterator[Problem]:
    """Yield ids borne by several items."""
    for found, count in Counter(item.id for item in items).items():
        if count > 1:
            yield Problem(kind="repeated id", items=(found,))


def leaks(items: Sequence[Item]) -> Iterator[Problem]:
    """Yield pairs of near-identical messages on both sides of the split."""
    spoken = {item.id: fold(" ".join((*item.history, item.text))) for item in items}
    for one, other in combinations(items, 2):
        near = fuzz.token_sort_ratio(spoken[one.id], spoken[other.id], score_cutoff=NEAR)
        if near and one.split != other.split:
            yield Problem(kind="near-duplicate across splits", items=(one.id, other.id))


def copies(items: Sequence[Item], sentences: Sequence[str]) -> Iterator[Problem]:
    """Yield messages that repeat a run of words of the corpus."""
    held = {run for sentence in sentences for run in _runs(sentence)}
    for item in items:
        if not held.isdisjoint(_runs(item.text)):
            yield Problem(kind="words of the corpus", items=(item.id,))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words of a text, long enough to be no coincidence."""
    tokens = fold(text).split()
    for start in range(len(tokens) - _COPIED + 1):
        yield tuple(tokens[start : start + _COPIED])
