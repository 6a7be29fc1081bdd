"""What an embedder is; every adapter passes the contract suite in `tests/corpus/embedding`."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into unit vectors; French and English at least."""

    @property
    def fingerprint(self) -> str:
        """Return what tells this embedder's vectors from any other's: model, weights, precision."""
        ...

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors, shape `(len(texts), dimension)`, in the order given."""
        ...

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return what `embed_query` gives for each text, shape `(len(texts), dimension)`."""
        ...

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, shape `(dimension,)`; any string is valid."""
        ...
