"""Ease: an answer is read by anybody, and printed as French is."""

import re
from collections.abc import Iterator
from typing import Final

from textstat.textstat import textstatistics

from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.trace.trace import Trace

EASE: Final = 50.0
"""Flesch score, with the weights textstat has for French, from which an answer may be read by all.

On the scale of its author, 30 to 50 is "difficult", 50 to 60 "fairly difficult" and 60 to 70
"standard" (R. Flesch, The Art of Readable Writing, 1949, p. 149).
"""
LONGEST: Final = 35
"""Words of the longest sentence."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")
_FAULTS: Final = (
    ("two spaces", re.compile(r"[^\S\n]{2,}")),
    ("a space before a comma", re.compile(r"\s,")),
    ("markup", re.compile(r"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[|\]\]>")),
    ("an entity", re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")),
)


def easy(item: Item, trace: Trace) -> Score | None:
    """Score whether the sentences of a French answer read easily enough."""
    sentences = _sentences(trace)
    if item.language != "fr" or not sentences:
        return None
    return judged(flesch(sentences))


def short(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether no sentence of an answer is too long."""
    sentences = _sentences(trace)
    if not sentences:
        return None
    long = [f"{count} words: {text}" for text in sentences if (count := _count(text)) > LONGEST]
    return right_if(not long, " | ".join(long))


def well_printed(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether an answer has no fault of typography, and nothing raw of its source."""
    observed = trace.only.observed
    if observed.outcome != "answered" or not observed.shown.strip():
        return None
    found = list(_faults(observed.shown))
    return right_if(not found, " | ".join(found))


def flesch(sentences: list[str]) -> float:
    """Return the French Flesch score of sentences; the higher, the easier."""
    # An instance of our own: the module's shared one keeps its language for all threads.
    stats = textstatistics()
    stats.set_lang("fr")
    # A full stop more ends no sentence twice, and one may lack its own.
    return float(stats.flesch_reading_ease(" ".join(f"{text}." for text in sentences)))


def judged(ease: float) -> Score:
    """Return the score of an answer as easy as that."""
    return right_if(ease >= EASE, f"Flesch {ease:.1f} < {EASE:.0f}")


def _sentences(trace: Trace) -> list[str]:
    """Return the sentences of an answer, one by one; none for any other outcome."""
    observed = trace.only.observed
    if observed.outcome != "answered":
        return []
    parts = (part for said in observed.sentences for part in _SENTENCE_END.split(said.text))
    return [part.strip() for part in parts if part.strip()]


def _count(text: str) -> int:
    """Return the number of words of a text, an elided article with its word."""
    return sum(any(c.isalnum() for c in token) for token in text.split())


def _faults(text: str) -> Iterator[str]:
    """Yield the faults of a text, each with where it stands."""
    for name, pattern in _FAULTS:
        for found in pattern.finditer(text):
            around = text[max(0, found.start() - 15) : found.end() + 15]
            yield f"{name}: {around!r}"
    yield from (f"« » unbalanced: {line!r}" for line in text.splitlines() if not _balanced(line))


def _balanced(line: str) -> bool:
    """Return whether each « has its » after it, before the next."""
    marks = "".join(c for c in line if c in "«»")
    return marks == "«»" * (len(marks) // 2)
