"""Messages that repeat each other or the corpus: a measure on them would flatter."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from assistant.text import fold, words
from eval.data.item import Item
from eval.data.problem import Kind, Problem

NEAR: Final = 85.0
"""Similarity (0 to 100) of sorted words from which two messages are the same one retyped."""
COPIED: Final = 8
"""Words in a row from which a message repeats the corpus."""


def leaks(items: Sequence[Item]) -> Iterator[Problem]:
    """Yield pairs of near-identical messages on both sides of the split."""
    for one, other in near_pairs(items):
        if one.split != other.split:
            yield Problem(kind=Kind.LEAK, items=(one.id, other.id))


def twice(items: Sequence[Item]) -> Iterator[Problem]:
    """Yield pairs of near-identical messages on one side of the split."""
    for one, other in near_pairs(items):
        if one.split == other.split:
            yield Problem(kind=Kind.TWICE, items=(one.id, other.id))


def near_pairs(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield pairs of items whose messages, with what was said before, are nearly the same."""
    spoken = [" ".join(sorted(_tokens(" ".join((*item.history, item.text))))) for item in items]
    scores = process.cdist(
        spoken, spoken, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.float32, workers=-1
    )
    for one, other in np.argwhere(np.triu(scores, k=1)):
        yield items[one], items[other]


def copies(items: Sequence[Item], sentences: Sequence[str]) -> Iterator[Problem]:
    """Yield messages that repeat a run of words of the corpus."""
    held = {run for sentence in sentences for run in _runs(sentence)}
    for item in items:
        said = (run for text in (*item.history, item.text) for run in _runs(text))
        if not held.isdisjoint(said):
            yield Problem(kind=Kind.COPY, items=(item.id,))


def _tokens(text: str) -> list[str]:
    """Return the words of a text; what stands between spaces when it has no Latin letter."""
    return words(text) or fold(text).split()


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words of a text, long enough to be no coincidence."""
    tokens = _tokens(text)
    for start in range(len(tokens) - COPIED + 1):
        yield tuple(tokens[start : start + COPIED])
