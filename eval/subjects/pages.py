"""Documents as plain text, the way a loader gives them, with where each passage stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model.document import Passage

_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A passage with its title or heading: characters `start` to `end` (excluded) of the page."""

    passage: Passage
    start: int
    end: int

    def overlap(self, start: int, end: int) -> int:
        """Return how many characters of a stretch of the page lie in this part."""
        return max(0, min(self.end, end) - max(self.start, start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole text of a document; its parts follow each other without a hole."""

    title: str
    text: str
    parts: tuple[Part, ...]

    def under(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages a stretch of the page overlaps, the one most overlapped first."""
        shares = [(part.overlap(start, end), part.passage) for part in self.parts]
        kept = sorted((s for s in shares if s[0]), key=lambda share: -share[0])
        return tuple(passage for _, passage in kept)


def pages_of(passages: Iterable[Passage]) -> tuple[Page, ...]:
    """Return a page for each document, its passages in the order given."""
    documents: dict[str, list[Passage]] = {}
    for passage in passages:
        documents.setdefault(passage.document_id, []).append(passage)
    return tuple(_page(held) for held in documents.values())


def _page(passages: Sequence[Passage]) -> Page:
    """Return one document: its title, then each heading where it changes, and the text under it."""
    text, parts = "", []
    heading: tuple[str, ...] = ()
    for passage in passages:
        start = len(text)
        over = "" if text else passage.title + _GAP
        if passage.heading and passage.heading != heading:
            over += " › ".join(passage.heading) + "\n"
        heading = passage.heading
        text += over + passage.text + _GAP
        parts.append(Part(passage=passage, start=start, end=len(text)))
    return Page(title=passages[0].title, text=text, parts=tuple(parts))
