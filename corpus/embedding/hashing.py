"""An embedder without a model: texts that share words, or parts of words, get near vectors.

It needs no file and starts at once; it serves the in-memory knowledge base and tests.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

_WORD: Final = re.compile(r"\w+")
_GRAM: Final = 4
_ROLE_WEIGHT: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class HashingEmbedder:
    """Embeds by counting letters in fours: deterministic, blind to synonyms."""

    dimension: int = 64

    @property
    def fingerprint(self) -> str:
        """Return the method and the number of dimensions."""
        return f"hashing-2/{self.dimension}"

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors, shape `(len(texts), dimension)`, in the order given."""
        return self._rows(texts, "passage")

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return what `embed_query` gives for each text."""
        return self._rows(texts, "query")

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector; any string is valid."""
        return self._embed(text, "query")

    def _rows(self, texts: Sequence[str], role: str) -> NDArray[np.float32]:
        vectors = [self._embed(text, role) for text in texts]
        return np.array(vectors, np.float32).reshape(len(texts), self.dimension)

    def _embed(self, text: str, role: str) -> NDArray[np.float32]:
        total = _ROLE_WEIGHT * _direction(role, self.dimension)
        for feature in _features(text):
            total += _direction(feature, self.dimension)
        vector: NDArray[np.float32] = (total / np.linalg.norm(total)).astype(np.float32)
        return vector


@lru_cache(maxsize=65_536)
def _direction(feature: str, size: int) -> NDArray[np.float64]:
    seed = int.from_bytes(blake2b(feature.encode(), digest_size=8).digest())
    return np.random.default_rng(seed).standard_normal(size)


def _features(text: str) -> Iterator[str]:
    """Yield each word without accents, marked at both ends, in runs of four letters."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    bare = letters.encode("ascii", "ignore").decode()
    for word in _WORD.findall(bare):
        marked = f"<{word}>"
        for start in range(max(1, len(marked) - _GRAM + 1)):
            yield marked[start : start + _GRAM]
