"""A version written beside the served one, sealed, then asked a few questions."""

from collections.abc import Collection, Sequence
from typing import Final, TypeVar

from corpus.model.document import Passage
from corpus.model.errors import DamagedVersionError
from corpus.store.knowledge_base import KnowledgeBase
from corpus.store.ports import SHELVES, Scored, Vectors
from ingest.content import Content
from ingest.progress import Progress

T = TypeVar("T")

BATCH: Final = 1_000
SAMPLE: Final = 8
DEPTH: Final = 10
TOLERATED: Final = 0.25
"""Share of the questions an approximate index may miss."""


def fill(kb: KnowledgeBase, content: Content, vectors: Vectors, progress: Progress) -> None:
    """Write the content; `vectors` holds one row per entry of `content.entries`."""
    kb.sources.add(content.sources)
    kb.occupations.add(content.occupations)
    kb.organisations.add(content.organisations)
    kb.rules.add(content.rules)
    kb.territories.add(content.territories)
    kb.beyond.add(content.beyond)
    kb.passages.add(content.passages)
    kb.facts.add(content.facts)
    kb.words.add(content.passages)
    entries = content.entries
    done = 0
    for shelf in SHELVES:
        rows = [row for row, entry in enumerate(entries) if entry.shelf is shelf]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            kb.vectors.add(shelf, [entries[row].id for row in batch], vectors[batch])
            done += len(batch)
            progress.advance("index", done, len(entries))


def check(kb: KnowledgeBase, content: Content, vectors: Vectors, progress: Progress) -> None:
    """Raise DamagedVersionError unless the version gives back what it was given.

    `vectors` holds one row per passage of `sample(content.passages)`.
    """
    questions = [_passages_fault, _facts_fault, _vectors_fault, _words_fault]
    for number, fault_of in enumerate(questions, start=1):
        if (fault := fault_of(kb, content, vectors)) is not None:
            message = f"version {kb.version} : {fault}"
            raise DamagedVersionError(message)
        progress.advance("check", number, len(questions))


def sample(items: Sequence[T]) -> list[T]:
    """Return a few items, always the same ones, taken at regular steps."""
    step = max(1, len(items) // SAMPLE)
    return list(items[::step][:SAMPLE])


def _passages_fault(kb: KnowledgeBase, content: Content, _: Vectors) -> str | None:
    asked = sample(content.passages)
    if not asked:
        return "aucun passage"
    found = kb.passages.get([passage.id for passage in asked])
    same = all(found.get(passage.id) == passage for passage in asked)
    return None if same else "un passage relu n'est pas celui qui a été écrit"


def _facts_fault(kb: KnowledgeBase, content: Content, _: Vectors) -> str | None:
    found = all(fact in kb.facts.about(fact.subject) for fact in sample(content.facts))
    return None if found else "un fait écrit n'est pas retrouvé"


def _vectors_fault(kb: KnowledgeBase, content: Content, vectors: Vectors) -> str | None:
    hits = [
        (passage, kb.vectors.search(vector, [passage.kind], DEPTH))
        for passage, vector in zip(sample(content.passages), vectors, strict=True)
    ]
    return _search_fault(kb, hits)


def _words_fault(kb: KnowledgeBase, content: Content, _: Vectors) -> str | None:
    asked = sample(content.passages)
    return _search_fault(
        kb, [(passage, kb.words.search(passage.text, [passage.kind], DEPTH)) for passage in asked]
    )


def _search_fault(
    kb: KnowledgeBase, hits: Sequence[tuple[Passage, Sequence[Scored]]]
) -> str | None:
    missed = [passage.id for passage, found in hits if not _finds(kb, passage, found)]
    if len(missed) <= TOLERATED * len(hits):
        return None
    return f"{len(missed)} passages sur {len(hits)} introuvables, dont {missed[0]}"


def _finds(kb: KnowledgeBase, passage: Passage, hits: Collection[Scored]) -> bool:
    """Tell whether the hits hold the passage, or another one with the very same text."""
    found = kb.passages.get([hit.id for hit in hits]).values()
    return any(other.text == passage.text for other in found)
