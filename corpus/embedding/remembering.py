"""An embedder that does not embed the same message twice in a row."""

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.ports import Embedder

Vector = NDArray[np.float32]


def _empty() -> "ContextVar[tuple[str, Vector] | None]":
    return ContextVar("last", default=None)


@dataclass(frozen=True, slots=True)
class RememberingEmbedder:
    """Keeps the last message of the turn under way: steps that read it share its vector.

    One message at a time, in the memory of its own turn: nothing a person wrote is kept.
    """

    embedder: Embedder
    last: "ContextVar[tuple[str, Vector] | None]" = field(default_factory=_empty)

    @property
    def fingerprint(self) -> str:
        """Return that of the embedder behind."""
        return self.embedder.fingerprint

    @property
    def dimension(self) -> int:
        """Return that of the embedder behind."""
        return self.embedder.dimension

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Return what the embedder behind gives."""
        return self.embedder.embed_passages(texts)

    def embed_queries(self, texts: Sequence[str]) -> Vector:
        """Return what the embedder behind gives."""
        return self.embedder.embed_queries(texts)

    def embed_query(self, text: str) -> Vector:
        """Return the vector of a message, computed once when it comes again."""
        held = self.last.get()
        if held is not None and held[0] == text:
            return held[1]
        vector = self.embedder.embed_query(text)
        self.last.set((text, vector))
        return vector
