"""Sentences of a French text, as spans; a line break always ends one."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from corpus.model.document import Span

_ABBREVIATIONS: Final = frozenset(
    line
    for line in files("ingest").joinpath("abbreviations.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
_STATUTE_LETTERS: Final = frozenset("LRDA")
_PEOPLE_LETTERS: Final = frozenset("MJ")
_END: Final = re.compile(r"(?:[.!?]+|…)(?:\s?»|[”\")\]])*(?=\s+[\w«“\"(\[–—-])")
_TOKEN: Final = re.compile(r"[^\s(«“\"'’]*\Z")
_LINE: Final = re.compile(r"[^\n]+")


def spans(text: str) -> tuple[Span, ...]:
    """Return the sentences in order, without overlap; every non-blank character is in one.

    >>> text = "Voir l'art. L. 6323-1. Durée : 2,5 ans."
    >>> [span.of(text) for span in spans(text)]
    ["Voir l'art. L. 6323-1.", 'Durée : 2,5 ans.']
    """
    return tuple(
        span
        for line in _LINE.finditer(text)
        for start, end in _pieces(text, line.start(), line.end())
        if (span := _trimmed(text, start, end)) is not None
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, end):
            yield start, match.end()
            start = match.end()
    yield start, end


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : end].lstrip()
    first = following[:1]
    if first.islower():
        return False
    if match[0] != ".":
        return True
    token = _before(text, match.start())
    if token.lower() in _ABBREVIATIONS:
        return False
    if len(token) == 1 and token.isupper():
        return not _goes_on(token, first)
    # `768. 37 Ko`: sources put a space inside numbers.
    return not (token[-1:].isdigit() and first.isdigit())


def _goes_on(letter: str, first: str) -> bool:
    """Tell whether `L.` or `M.` announces what follows rather than ends `catégorie A.`."""
    if first.isdigit():
        return letter in _STATUTE_LETTERS
    return letter in _PEOPLE_LETTERS and first.isupper()


def _before(text: str, position: int) -> str:
    token = _TOKEN.search(text, max(0, position - 20), position)
    return token[0] if token else ""


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    return Span(start=start + lead, end=start + lead + len(kept)) if kept else None
