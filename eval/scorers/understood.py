"""Is the occupation behind a noisy name recognised, and what does a follow-up keep?"""

from collections.abc import Iterable
from typing import Final

from assistant.text import words
from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, right_if, wrong
from eval.trace.trace import Read, ReadOccupation, Trace

_FEW: Final = 3
"""Occupations a person would look through."""
_ID: Final = "occupation:"


def score_occupation(item: Item, trace: Trace) -> Score | None:
    """Score whether the first occupation recognised bears a right ROME code."""
    read = trace.only.seen.read
    return None if read is None else _bears(item, read.occupations[:1])


def score_occupations(item: Item, trace: Trace) -> Score | None:
    """Score whether one of the first few occupations recognised bears a right ROME code."""
    read = trace.only.seen.read
    return None if read is None else _bears(item, read.occupations[:_FEW])


def score_followup(item: Item, trace: Trace) -> Score | None:
    """Score whether a follow-up keeps, changes or drops its occupation and place as it should."""
    read = trace.only.seen.read
    if read is None:
        return None
    due = item.expected["place"]
    fault = _misread(item.expected["occupation"], read)
    if fault:
        return wrong(fault)
    if due and read.place != due:
        return wrong(f"place {read.place or 'none'}, not {due}")
    return RIGHT


def _bears(item: Item, occupations: Iterable[ReadOccupation]) -> Score:
    """Return whether one of these occupations bears a right code."""
    codes = {code for occupation in occupations for code in occupation.rome}
    due = item.expected["rome"]
    return right_if(not codes.isdisjoint(due), f"{sorted(codes) or 'nothing'}, not {due}")


def _misread(due: str, read: Read) -> str:
    """Return what is wrong with the occupation kept; `due` is ids, a name, or empty for none.

    Any of several ids, `a|b`, is right. A name, unlike an id, is not held against an occupation
    that is left out.
    """
    if not read.occupations:
        return f"no occupation, not {due}" if due.startswith(_ID) else ""
    first = read.occupations[0]
    if not due:
        return f"occupation {first.id} kept, should be dropped"
    if due.startswith(_ID):
        return "" if first.id in due.split("|") else f"occupation {first.id}, not {due}"
    return "" if _same_name(first.label, due) else f"occupation {first.label}, not {due}"


def _same_name(label: str, due: str) -> bool:
    """Return whether two names of occupations share their first word, in either gender."""
    firsts = {words(name)[0] for name in due.split("/") if words(name)}
    return not firsts.isdisjoint(words(label))
