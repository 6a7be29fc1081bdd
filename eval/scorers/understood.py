"""Is the occupation behind a noisy name recognised, and what does a follow-up keep?"""

import re
from collections.abc import Iterable
from typing import Final

from assistant.text import words
from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, right_if, wrong
from eval.scorers.lexicon import listed
from eval.trace.trace import Read, ReadOccupation, Trace

_FEW: Final = 3
"""Occupations a person would look through."""
_ID: Final = "occupation:"
_SHORT: Final = 3
"""Letters under which a word of a name tells nothing."""
_GENDER: Final = re.compile("(?:trice|teur|euse|eure?|iere|ier|ere|er|ive|if|fe|ne|e)$")
"""What changes at the end of a name with the gender, folded."""


def score_occupation(item: Item, trace: Trace) -> Score | None:
    """Score whether the first occupation recognised bears a right ROME code."""
    read = trace.only.seen.read
    return None if read is None else _bears(item, read.occupations[:1])


def score_occupations(item: Item, trace: Trace) -> Score | None:
    """Score whether one of the first few occupations recognised bears a right ROME code."""
    read = trace.only.seen.read
    return None if read is None else _bears(item, read.occupations[:_FEW])


def score_followup(item: Item, trace: Trace) -> Score | None:
    """Score whether a follow-up keeps, changes or drops its occupation and place as it should.

    Absent where an occupation is due by a name, not an id, and none is recognised: the subject
    may know no occupation of that name. A place that is wrong is wrong all the same.
    """
    read, due = trace.only.seen.read, item.expected["occupation"]
    if read is None:
        return None
    unknown = bool(due) and not due.startswith(_ID) and not read.occupations
    misread = "" if unknown else _misread(due, read)
    faults = [fault for fault in (misread, _misplaced(item, read)) if fault]
    if faults:
        return wrong(" | ".join(faults))
    return None if unknown else RIGHT


def _bears(item: Item, occupations: Iterable[ReadOccupation]) -> Score:
    """Return whether one of these occupations bears a right code."""
    codes = {code for occupation in occupations for code in occupation.rome}
    due = item.expected["rome"]
    return right_if(not codes.isdisjoint(due), f"{sorted(codes) or 'nothing'}, not {due}")


def _misread(due: str, read: Read) -> str:
    """Return what is wrong with the occupation kept; `due` is ids, a name, or empty for none.

    Any of several ids, `a|b`, is right.
    """
    if not read.occupations:
        return f"no occupation, not {due}" if due else ""
    first = read.occupations[0]
    if not due:
        return f"occupation {first.id} kept, should be dropped"
    if due.startswith(_ID):
        return "" if first.id in due.split("|") else f"occupation {first.id}, not {due}"
    return "" if _same_name(first.label, due) else f"occupation {first.label}, not {due}"


def _misplaced(item: Item, read: Read) -> str:
    """Return what is wrong with the place kept: another one, or one where none is due."""
    due = item.expected["place"]
    return "" if read.place == due else f"place {read.place or 'none'}, not {due or 'any'}"


def _same_name(label: str, due: str) -> bool:
    """Return whether two names of occupations have a form in common, in either gender."""
    return not _forms(label).isdisjoint(_forms(due))


def _forms(name: str) -> set[frozenset[str]]:
    """Return the forms of a name, `boulanger, boulangère`, each by its words without gender."""
    stop = listed("stop")
    return {
        frozenset(
            _GENDER.sub("", word.rstrip("sx"))
            for word in words(form)
            if len(word) >= _SHORT and word not in stop
        )
        for form in re.split("[,/]", name)
    } - {frozenset()}
