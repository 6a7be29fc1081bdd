"""What differs between two replies, short enough to be read in a table."""

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from typing import Final

_FEW: Final = 3
"""Words up to which two texts are always shown word by word."""
_NEAR: Final = 0.5
"""Share of words in common from which longer texts are shown word by word."""
_SHOWN: Final = 120
"""Characters shown of a longer text."""


def differences(before: Collection[str], after: Collection[str]) -> str:
    """Return what `after` lacks and adds; word by word where one short text replaces another."""
    lacks, adds = sorted({*before} - {*after}), sorted({*after} - {*before})
    if len(lacks) == len(adds) == 1 and _near(lacks[0].split(), adds[0].split()):
        return words_changed(lacks[0], adds[0])
    parts = [*(f"lacks {_cut(one)}" for one in lacks), *(f"adds {_cut(one)}" for one in adds)]
    return ", ".join(parts)


def words_changed(before: str, after: str) -> str:
    """Return the words that change, each run as `[old → new]`."""
    return " ".join(_runs(before.split(), after.split()))


def _runs(before: list[str], after: list[str]) -> Iterator[str]:
    """Yield the runs of words that change."""
    for tag, start, end, other, until in _matcher(before, after).get_opcodes():
        if tag != "equal":
            yield f"[{' '.join(before[start:end])} → {' '.join(after[other:until])}]"


def _near(before: list[str], after: list[str]) -> bool:
    """Return whether two texts are best compared word by word."""
    few = max(len(before), len(after)) <= _FEW
    return few or _matcher(before, after).ratio() >= _NEAR


def _matcher(before: list[str], after: list[str]) -> SequenceMatcher[str]:
    """Return the comparison of two lists of words."""
    return SequenceMatcher(a=before, b=after)


def _cut(text: str) -> str:
    """Return a text, or its beginning when it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
