"""The knowledge base in memory: for tests, and for trying things without a folder."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

import numpy as np

from corpus.model.document import Kind, Passage
from corpus.model.fact import Fact
from corpus.store.french import light_stem, words
from corpus.store.ports import Scored, Shelf, Vectors
from corpus.store.ranking import best, check_shape, key_of

T = TypeVar("T")

TITLE_WEIGHT: Final = 1.0
HEADING_WEIGHT: Final = 1.0
ASKED_WEIGHT: Final = 2.0
SATURATION: Final = 1.2
LENGTH_PENALTY: Final = 0.75
"""`k1` and `b` of BM25."""


class MemoryVectors:
    """Vectors compared one by one; exact."""

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._vectors: dict[Shelf, dict[str, Vectors]] = defaultdict(dict)

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store unit vectors; `ValueError` when the shape is not `(len(ids), dimension)`."""
        check_shape(ids, vectors, self._dimension)
        self._vectors[shelf].update(zip(ids, np.asarray(vectors, np.float32), strict=True))

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return at most `limit` ids over `shelves`, best first; the score is the cosine."""
        held = {id_: row for shelf in set(shelves) for id_, row in self._vectors[shelf].items()}
        if not held:
            return ()
        scores = np.stack(list(held.values())) @ vector
        return best(dict(zip(held, scores.tolist(), strict=True)), limit)


class MemoryWords:
    """BM25 over folded words, a word counting more in a question the passage answers."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}
        self._weights: dict[str, Mapping[str, float]] = {}

    def add(self, passages: Iterable[Passage]) -> None:
        """Index passages; they can be searched when the call returns."""
        for passage in passages:
            self._kinds[passage.id] = passage.kind
            self._weights[passage.id] = _weights(passage)

    def search(self, text: str, kinds: Collection[Kind], limit: int) -> Sequence[Scored]:
        """Return at most `limit` passages, best first; any string is a valid query."""
        terms = dict.fromkeys(light_stem(word) for word in words(text))
        rarity = {term: self._rarity(term) for term in terms}
        usual = sum(sum(w.values()) for w in self._weights.values()) / max(1, len(self._weights))
        scores = {
            id_: sum(rarity[t] * _saturated(weights, t, usual) for t in terms if t in weights)
            for id_, weights in self._weights.items()
            if self._kinds[id_] in kinds
        }
        return best({id_: score for id_, score in scores.items() if score > 0}, limit)

    def _rarity(self, term: str) -> float:
        holding = sum(term in weights for weights in self._weights.values())
        return math.log(1 + (len(self._weights) - holding + 0.5) / (holding + 0.5))


class MemoryPassages:
    """Passages in a dict."""

    def __init__(self) -> None:
        self._passages: dict[str, Passage] = {}

    def add(self, passages: Iterable[Passage]) -> None:
        """Store passages."""
        self._passages.update({passage.id: passage for passage in passages})

    def get(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the passages known among `ids`, by id."""
        return {id_: self._passages[id_] for id_ in ids if id_ in self._passages}

    def about(self, subject: str) -> Sequence[Passage]:
        """Return the passages about a subject, in the order they were stored."""
        return tuple(p for p in self._passages.values() if p.subject == subject)


class MemoryFacts:
    """Facts in a dict."""

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Store facts."""
        self._facts.update({fact.id: fact for fact in facts})

    def about(self, subject: str) -> Sequence[Fact]:
        """Return the facts about a subject, in the order they were stored."""
        return tuple(fact for fact in self._facts.values() if fact.subject == subject)


class MemoryRegister(Generic[T]):
    """Items in a dict."""

    def __init__(self) -> None:
        self._items: dict[str, T] = {}

    def add(self, items: Iterable[T]) -> None:
        """Store items, keyed by their `id` (or `code`)."""
        self._items.update({key_of(item): item for item in items})

    def all(self) -> Sequence[T]:
        """Return every item, in the order they were stored."""
        return tuple(self._items.values())


def _weights(passage: Passage) -> Mapping[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    fields = (
        (passage.title, TITLE_WEIGHT),
        (" ".join(passage.heading), HEADING_WEIGHT),
        (" ".join(passage.asked), ASKED_WEIGHT),
        (passage.text, 1.0),
    )
    for text, weight in fields:
        for word in words(text):
            weights[light_stem(word)] += weight
    return weights


def _saturated(weights: Mapping[str, float], term: str, usual: float) -> float:
    length = 1 - LENGTH_PENALTY + LENGTH_PENALTY * sum(weights.values()) / usual
    return weights[term] * (SATURATION + 1) / (weights[term] + SATURATION * length)
