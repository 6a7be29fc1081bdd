"""Is a figure told as what it is: the right property, of the right subject, with its unit?"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Final

from assistant.text import fold, words
from eval.trace.figures import FIGURE, figures, in_digits, patterns, plain
from eval.trace.observed import Observed, Said
from eval.trace.sheets import cited_sheets

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_RANGE: Final = r"(?: ?(?:a|et|ou|to|and|or|-|–) ?[0-9][0-9 .,]*)?"
_APART: Final = 1000
"""Letters that a cut between a figure and a word is worth."""


def told(fact: Mapping[str, str], reply: Observed, sheets: Collection[str] | None) -> bool:
    """Return whether a reply gives a fact of these sheets: typed, in a sentence, or as a number.

    What a reply says of other sheets does not count, even when the value is the same; `None` is
    any sheet.
    """
    due = (fact["property"], fact["value"])
    typed = any(
        (given.property, given.value) == due and _among(given.subject, sheets)
        for given in reply.facts
    )
    phones = {body.phone for body in reply.bodies} if fact["property"] == "phone" else set()
    return (
        typed
        or any(_digits(phone) == fact["value"] for phone in phones if phone)
        or any(_about(said, sheets) and writes(fact, said.text) for said in reply.sentences)
    )


def writes(fact: Mapping[str, str], text: str) -> bool:
    """Return whether a sentence has the value of a fact, with the words that bind it to it."""
    value, folded = fact["value"], fold(text)
    due = figures(value) if any(letter.isdigit() for letter in value) else frozenset()
    if not due:
        return fold(value) in folded
    if _DATE.fullmatch(value):
        return value in text or _dates(value, folded)
    return due <= _bound(fact["property"], in_digits(folded))


def _dates(value: str, folded: str) -> bool:
    """Return whether a folded text has a date in words: its year, its month, its day if any."""
    year, month, *day = value.split("-")
    named = not set(patterns("months")[month]).isdisjoint(words(folded))
    return named and figures(";".join((year, *day))) <= figures(folded)


def _among(subject: str, sheets: Collection[str] | None) -> bool:
    """Return whether a subject, if any is told, is one of these sheets."""
    return sheets is None or not subject or subject in sheets


def _about(said: Said, sheets: Collection[str] | None) -> bool:
    """Return whether a sentence rests on one of these sheets, or does not tell on which."""
    cited = cited_sheets(said.cited)
    return sheets is None or not cited or not cited.isdisjoint(sheets)


def _bound(kind: str, text: str) -> frozenset[str]:
    """Return the figures of a folded text that the words around make those of a property."""
    return frozenset(
        plain(found[0])
        for found in FIGURE.finditer(text)
        if _has_unit(kind, text, found) and _is_nearest(kind, text, found)
    )


def _has_unit(kind: str, text: str, found: re.Match[str]) -> bool:
    """Return whether a figure has beside it what the property wants there, if it wants any."""
    after, before = _pattern("after", kind), _pattern("before", kind)
    if not after and not before:
        return True
    return bool(
        (after and after.match(text, found.end()))
        or (before and before.search(text, 0, found.start()))
    )


def _is_nearest(kind: str, text: str, found: re.Match[str]) -> bool:
    """Return whether no word of a rival property is nearer to a figure than one of its own."""
    near = patterns("near").get(kind)
    if not near:
        return True
    own = _nearest(re.finditer(near["own"], text), text, found)
    rival = _nearest(re.finditer(near["rival"], text), text, found)
    if own is None:
        return rival is None and not near.get("needed")
    return rival is None or own <= rival


def _nearest(marks: Iterable[re.Match[str]], text: str, found: re.Match[str]) -> int | None:
    """Return how far the nearest mark is from a figure, cuts between them counted."""
    return min((_between(mark, text, found) for mark in marks), default=None)


def _between(mark: re.Match[str], text: str, found: re.Match[str]) -> int:
    """Return how far a mark is from a figure: letters, and what cuts them apart."""
    before = mark.end() <= found.start()
    start, end = (mark.end(), found.start()) if before else (found.end(), mark.start())
    cuts = len(re.findall(patterns("words")["cut"], text[start : end + 1]))
    return max(0, end - start) + _APART * cuts


@cache
def _pattern(side: str, kind: str) -> re.Pattern[str] | None:
    """Return what must stand on one side of a figure of a property, if anything must."""
    pattern = patterns(side).get(kind)
    if not pattern:
        return None
    filled = pattern.replace("{range}", _RANGE).replace("{time}", patterns("words")["time"])
    return re.compile(filled)


def _digits(text: str) -> str:
    """Return the digits of a phone number."""
    return re.sub(r"[^0-9]", "", text)
