"""Short shelves of a published version, compared one by one: exact, and faster than a graph."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, Protocol

import numpy as np

from corpus.store.ports import Scored, Shelf, VectorIndex, Vectors
from corpus.store.ranking import best

MOST: Final = 20_000
"""Vectors of a shelf held in memory: 30 MB of 384 dimensions, and a search in 1.5 ms or less.

Beyond, its graph takes 3.5 ms, and little more the longer it is; 25,000 a shelf held in memory were
no faster over 100,000 passages, and took 4 s more to open."""


class ReadableIndex(VectorIndex, Protocol):
    """An index whose vectors can be read back."""

    def counts(self) -> Mapping[Shelf, int]:
        """Return how many vectors each shelf holds."""
        ...

    def read(self, shelf: Shelf) -> tuple[Sequence[str], Vectors]:
        """Return the ids and the unit vectors of a shelf, one row each."""
        ...


@dataclass(frozen=True, slots=True)
class _Rows:
    ids: Sequence[str]
    vectors: Vectors

    def nearest(self, vector: Vectors, limit: int) -> Mapping[str, float]:
        """Return the cosine of the `limit` nearest, and of those as near as the last."""
        # Not `@`: its library would put every processor on each search, and with twenty people at
        # once threads would wait for one another (10 searches a second instead of 77).
        scores = np.einsum("ij,j->i", self.vectors, np.asarray(vector, np.float32))
        least = np.partition(scores, -limit)[-limit] if limit < len(scores) else -np.inf
        return {
            self.ids[row]: float(scores[row]) for row in np.flatnonzero(scores >= least).tolist()
        }


@dataclass(slots=True)
class ExactVectors:
    """Vectors of a version that is only read; short shelves are read once, when first searched."""

    index: ReadableIndex
    most: int = MOST
    _long: frozenset[Shelf] = field(init=False)
    _held: dict[Shelf, _Rows] = field(init=False, default_factory=dict)
    _lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        """Tell the long shelves from the others."""
        counts = self.index.counts()
        self._long = frozenset(shelf for shelf, number in counts.items() if number > self.most)

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:  # noqa: ARG002 # as the port has it
        """Refuse: the version is only read."""
        message = "a published version is only read"
        raise TypeError(message)

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return at most `limit` ids over `shelves`, best first; the score is the cosine."""
        if limit < 1:
            return ()
        asked = set(shelves)
        scores: dict[str, float] = {}
        for shelf in asked - self._long:
            scores.update(self._rows(shelf).nearest(vector, limit))
        if far := asked & self._long:
            scores.update({one.id: one.score for one in self.index.search(vector, far, limit)})
        return best(scores, limit)

    def _rows(self, shelf: Shelf) -> _Rows:
        """Return a short shelf."""
        if (held := self._held.get(shelf)) is not None:
            return held
        with self._lock:
            if shelf not in self._held:
                self._held[shelf] = _Rows(*self.index.read(shelf))
            return self._held[shelf]
