"""Plain ways to search: one index over the passages' own text, the message taken as it is typed.

They know nothing of the questions written for our statements, nor of what a message means: title,
heading and text of each passage, through the same analysis of French and the same embedder as ours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assistant.question import Turn
from corpus.embedding.ports import Embedder
from corpus.model.document import Kind, Passage
from corpus.store.lexical import TantivyWords
from corpus.store.ports import Scored, WordIndex
from eval.bench.baselines import ExactVectors
from eval.bench.growth.own import Own
from eval.retrieval.ways import Ranks
from eval.subjects.base import Subject
from eval.subjects.chunks import ChunkIndex
from eval.subjects.pages import pages_of
from eval.subjects.recipe import NEAREST
from eval.subjects.replies import record_of
from eval.trace.trace import FoundRecord

DEPTH: Final = 100
"""Passages or chunks read: enough for ten records, however many passages each has."""
_KINDS: Final = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWays:
    """Every plain way, and the words of passages without the questions they answer."""

    subjects: Sequence[Subject]
    words: WordIndex


@contextmanager
def plain_ways(own: Own, embedder: Embedder) -> Iterator[PlainWays]:
    """Give plain ways to search our records, and close them at the end."""
    passages = own.content.passages
    with (
        TemporaryDirectory() as folder,
        closing(TantivyWords(Path(folder))) as words,
        closing(ChunkIndex(pages_of(passages), embedder)) as chunks,
    ):
        words.add(replace(passage, asked=(), answers=()) for passage in passages)
        yield PlainWays(
            subjects=(
                _words_alone(words, passages),
                _meaning_alone(own, embedder),
                _usual_recipe(chunks, NEAREST),
                _usual_recipe(chunks, DEPTH),
            ),
            words=words,
        )


def _words_alone(index: WordIndex, passages: Sequence[Passage]) -> Ranks:
    """Return the search by words: BM25, as ours, without the questions."""
    records = _by_passage(passages)

    def search(turn: Turn) -> Iterator[FoundRecord]:
        return _records(index.search(_said(turn), _KINDS, DEPTH), records)

    return Ranks(name="words alone", search=search)


def _meaning_alone(own: Own, embedder: Embedder) -> Ranks:
    """Return the search by meaning: the cosine of every passage."""
    passages = own.content.passages
    index, records = ExactVectors(embedder.dimension), _by_passage(passages)
    for kind in _KINDS:
        rows = [row for row, passage in enumerate(passages) if passage.kind is kind]
        index.add(kind, [passages[row].id for row in rows], own.passages[rows])

    def search(turn: Turn) -> Iterator[FoundRecord]:
        vector = embedder.embed_query(_said(turn))
        return _records(index.search(vector, _KINDS, DEPTH), records)

    return Ranks(name="meaning alone", search=search)


def _usual_recipe(chunks: ChunkIndex, nearest: int) -> Ranks:
    """Return the search of the recipe: the records that the nearest chunks were cut from."""

    def search(turn: Turn) -> Iterator[FoundRecord]:
        for chunk in chunks.search(_said(turn), nearest):
            for passage in chunk.passages:
                yield FoundRecord(record=record_of(passage), score=chunk.score)

    return Ranks(name=f"LangChain's usual recipe, {nearest} chunks read", search=search)


def _said(turn: Turn) -> str:
    """Return a message after what was said before it."""
    return " ".join((*turn.history, turn.text))


def _by_passage(passages: Iterable[Passage]) -> Mapping[str, str]:
    """Return the record each passage belongs to."""
    return {passage.id: record_of(passage) for passage in passages}


def _records(hits: Iterable[Scored], records: Mapping[str, str]) -> Iterator[FoundRecord]:
    """Yield the record of each passage found."""
    return (FoundRecord(record=records[hit.id], score=hit.score) for hit in hits)
