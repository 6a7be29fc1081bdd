"""Sections cut into passages, between sentences, and facts tied to the passage that proves them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.model.document import Document, Passage, Section, Span
from corpus.model.fact import Fact
from ingest.connectors.items import Rejected
from ingest.sentences import spans

_WORD = re.compile(r"\S+")
NO_PASSAGE: Final = "la citation ne se trouve mot pour mot dans aucun passage de son sujet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Lengths of a passage, in words; 120 words are about 170 tokens."""

    target: int = 120
    most: int = 200
    least: int = 30
    """A last passage shorter than this joins the one before."""


DEFAULT_SIZE: Final = Size()


def passages(document: Document, size: Size = DEFAULT_SIZE) -> Iterator[Passage]:
    """Yield the passages of a document, section by section, every word once and in order."""
    for section in document.sections:
        for number, group in enumerate(_groups(section.text, size)):
            yield _passage(document, section, number, group)


def attach(fact: Fact, candidates: Sequence[Passage]) -> Fact | Rejected:
    """Return the fact tied to the first passage that holds its quote word for word."""
    for passage in candidates:
        if fact.quote and fact.quote in passage.text:
            return replace(fact, passage_id=passage.id)
    return Rejected(where=fact.id, reason=NO_PASSAGE)


def by_subject(items: Iterable[Passage]) -> Mapping[tuple[str, str], Sequence[Passage]]:
    """Return the passages by source and subject."""
    found: dict[tuple[str, str], list[Passage]] = {}
    for passage in items:
        found.setdefault((passage.source_id, passage.subject), []).append(passage)
    return found


def _passage(document: Document, section: Section, number: int, group: Sequence[Span]) -> Passage:
    start, end = group[0].start, group[-1].end
    return Passage(
        id=f"{document.id}:{section.locator}:{number}",
        source_id=document.source_id,
        document_id=document.id,
        kind=document.kind,
        aspect=section.aspect,
        subject=document.subject,
        title=document.title,
        heading=section.heading,
        locator=section.locator,
        text=section.text[start:end],
        sentences=tuple(Span(start=s.start - start, end=s.end - start) for s in group),
        reference=section.reference,
    )


def _groups(text: str, size: Size) -> Sequence[Sequence[Span]]:
    groups: list[list[Span]] = []
    length = 0
    for block in _blocks(text, size):
        words = sum(_words(text, span) for span in block)
        if groups and length + words <= size.target:
            groups[-1] += block
            length += words
        else:
            groups.append(list(block))
            length = words
    return _without_stub(text, groups, size)


def _blocks(text: str, size: Size) -> Iterator[Sequence[Span]]:
    """Yield what should stay together: a line, or each sentence of a line that is too long."""
    for line in _lines(text, size):
        if sum(_words(text, span) for span in line) <= size.target:
            yield line
        else:
            yield from ([span] for span in line)


def _lines(text: str, size: Size) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in (piece for whole in spans(text) for piece in _cut(text, whole, size)):
        if line and "\n" in text[line[-1].end : span.start]:
            yield line
            line = []
        line.append(span)
    if line:
        yield line


def _cut(text: str, span: Span, size: Size) -> Iterator[Span]:
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) <= size.most:
        yield span
        return
    for first in range(0, len(words), size.target):
        last = min(first + size.target, len(words)) - 1
        yield Span(start=words[first].start(), end=words[last].end())


def _without_stub(text: str, groups: list[list[Span]], size: Size) -> Sequence[Sequence[Span]]:
    if len(groups) > 1:
        before, last = (sum(_words(text, span) for span in group) for group in groups[-2:])
        if last < size.least and before + last <= size.most:
            return [*groups[:-2], groups[-2] + groups[-1]]
    return groups


def _words(text: str, span: Span) -> int:
    return len(span.of(text).split())
