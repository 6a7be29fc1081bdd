"""Passages found, as plain text for a terminal: what was read, then each passage and why."""

from collections.abc import Iterator
from itertools import islice

from api.schemas.search import (
    OccupationFound,
    PassageExplained,
    PassageFound,
    SearchExplained,
    UnderstoodOut,
)
from assistant.wording import Wording
from assistant.wording.figures import date_in_words, number_in_words


def render(reply: SearchExplained, limit: int, words: Wording) -> str:
    """Return the passages with their reasons, and at most `limit` of those left out."""
    passages = (_passage(number, one, words) for number, one in enumerate(reply.results, 1))
    parts = (_understood(reply, words), *passages, _rejected(reply, limit, words))
    return "\n\n".join(text for text in map("\n".join, parts) if text)


def _understood(reply: SearchExplained, words: Wording) -> Iterator[str]:
    """Yield what was searched, what was read, and how sure the service is."""
    yield words("api.search.searched", text=reply.understood.search_text)
    if what := " · ".join(_what(reply.understood, words)):
        yield words("api.search.understood", what=what)
    key = "answerable" if reply.answerable else "not_answerable"
    yield words(f"api.search.{key}", confidence=_number(reply.confidence, words))
    if not reply.results:
        yield words("api.search.nothing")


def _what(understood: UnderstoodOut, words: Wording) -> Iterator[str]:
    """Yield the occupations, the place and the aspects read."""
    yield from (_occupation(one, words) for one in understood.occupations)
    if understood.place:
        yield understood.place.name
    yield from (words(f"api.aspect.{aspect}") for aspect in understood.aspects)


def _occupation(one: OccupationFound, words: Wording) -> str:
    """Return an occupation with its codes."""
    codes = f" ({', '.join(one.rome)})" if one.rome else ""
    return words(f"api.search.{'named' if one.named else 'guessed'}", label=one.label) + codes


def _passage(number: int, one: PassageExplained, words: Wording) -> Iterator[str]:
    """Yield one passage: where it stands, its text, what makes its score, its source."""
    yield f"{number}. {_head(one, words)}"
    yield from (f"   {line}" for line in one.text.splitlines())
    if one.nearest and one.nearest.answer != one.text:
        yield f"   {words('api.search.answering', text=one.nearest.answer)}"
    for signal in one.signals.values():
        sign = "-" if signal.weight < 0 else "+"
        yield f"   {sign} {_number(abs(signal.weight), words)}  {signal.reason}"
    date = date_in_words(one.source.published, words) or words("api.page.undated")
    address = f" – {one.source.url}" if one.source.url else ""
    yield f"   {one.source.publisher}, {date}{address}"


def _rejected(reply: SearchExplained, limit: int, words: Wording) -> Iterator[str]:
    """Yield the best of the passages left out, a line each."""
    total = len(reply.rejected)
    if total:
        yield words("api.search.rejected", shown=min(limit, total), total=total)
        for one in islice(reply.rejected, limit):
            yield f"  - {_head(one, words)} – {one.reason}"


def _head(one: PassageFound, words: Wording) -> str:
    """Return the kind of a passage, where it stands, and its score."""
    path = " › ".join((one.title, *one.heading))
    return f"[{words(f'api.search.kind.{one.kind}')}] {path} ({_number(one.score, words)})"


def _number(value: float, words: Wording) -> str:
    """Return a score or a share with two decimals."""
    sign = "-" if value < 0 else ""
    return sign + number_in_words(f"{abs(value):.2f}", words)
