"""Is a figure told as what it is: the right property, of the right subject, with its unit?"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

from assistant.text import fold, numbers, words
from eval.scorers.lexicon import lexicon
from eval.scorers.records import cited_sheets
from eval.trace.observed import Observed, Said

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_FIGURE: Final = re.compile(
    r"[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
)
_RANGE: Final = r"(?: ?(?:a|et|ou|to|and|or|-|–) ?[0-9][0-9 .,]*)?"


def told(fact: Mapping[str, str], reply: Observed, sheets: Collection[str]) -> bool:
    """Return whether a reply gives a fact of these sheets: typed, in a sentence, or as a number.

    What a reply says of other sheets does not count, even when the value is the same.
    """
    due = (fact["property"], fact["value"])
    typed = any(
        (given.property, given.value) == due and (not given.subject or given.subject in sheets)
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
    figures = numbers(value)
    if not figures:
        return fold(value) in folded
    if _DATE.fullmatch(value):
        return value in text or _dates(value, folded)
    return figures <= _bound(fact["property"], folded)


def _dates(value: str, folded: str) -> bool:
    """Return whether a folded text has a date in words: its year, its month, its day if any."""
    year, month, *day = value.split("-")
    named = not set(lexicon("months")[month]).isdisjoint(words(folded))
    return named and numbers(";".join((year, *day))) <= numbers(folded)


def _about(said: Said, sheets: Collection[str]) -> bool:
    """Return whether a sentence rests on one of these sheets, or does not tell on which."""
    cited = cited_sheets(said.cited)
    return not cited or not cited.isdisjoint(sheets)


def _bound(kind: str, folded: str) -> frozenset[str]:
    """Return the numbers of a folded text that the words around make figures of a property."""
    after, before = _pattern("after", kind), _pattern("before", kind)
    if not after and not before:
        return numbers(folded)
    text = _in_digits(folded)
    figures = (
        found[0]
        for found in _FIGURE.finditer(text)
        if (after and after.match(text, found.end()))
        or (before and before.search(text, 0, found.start()))
    )
    return numbers(";".join(figures))


@cache
def _pattern(side: str, kind: str) -> re.Pattern[str] | None:
    """Return what must stand on one side of a figure of a property, if anything must."""
    pattern = lexicon(side).get(kind)
    return re.compile(pattern.replace("{range}", _RANGE)) if pattern else None


def _in_digits(folded: str) -> str:
    """Return a folded text with its small numbers in digits: `trois ans` is `3 ans`."""
    spelled = lexicon("spelled")
    return re.sub(r"[a-z]+", lambda found: spelled.get(found[0], found[0]), folded)


def _digits(text: str) -> str:
    """Return the digits of a phone number."""
    return re.sub(r"[^0-9]", "", text)
