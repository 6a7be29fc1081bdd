"""Serve the bundled model: one text at a time, several threads at once."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.bundled.cache import CheckedFile
from corpus.embedding.bundled.layout import read_weights
from corpus.embedding.bundled.package import (
    MODEL,
    PACKAGE,
    SHA256,
    VERSION,
    check_weights,
    find_weights,
)
from corpus.embedding.bundled.tokenizer import Tokenizer
from corpus.model.errors import EmbeddingError

RECIPE: Final = "int8-1"
"""How the weights were turned into a graph; a change of `graph` or `transcode` changes it."""
DIMENSION: Final = 384
_SLICE: Final = 512
"""How many texts wait for a thread at once."""


class Session(Protocol):
    """What is used of an onnxruntime session."""

    def run(
        self, outputs: Sequence[str], inputs: dict[str, NDArray[np.int32]]
    ) -> Sequence[NDArray[np.float32]]:
        """Return the named outputs."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledEmbedder:
    """Embeds French and a hundred other languages, offline.

    A text is never padded nor computed beside others: its vector does not depend on its neighbours.
    What lies beyond 512 tokens is left out.
    """

    session: Session
    tokenizer: Tokenizer
    threads: int

    @property
    def fingerprint(self) -> str:
        """Return the model, its package, its checksum and the precision of the products."""
        return f"{MODEL}/{PACKAGE}-{VERSION}/{SHA256[:12]}/{RECIPE}"

    @property
    def dimension(self) -> int:
        """Return 384."""
        return DIMENSION

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Return unit vectors in order; `progress` hears now and then how many are done."""
        return self._rows([f"passage: {text}" for text in texts], progress)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return what `embed_query` gives for each text."""
        return self._rows([f"query: {text}" for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return the unit vector of a question; any string is valid."""
        return self._embed(f"query: {text}")

    def _rows(
        self, prefixed: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        vectors = np.empty((len(prefixed), DIMENSION), np.float32)
        with ThreadPoolExecutor(self.threads, "embed") as pool:
            for start in range(0, len(prefixed), _SLICE):
                part = prefixed[start : start + _SLICE]
                vectors[start : start + len(part)] = list(pool.map(self._embed, part))
                if progress:
                    progress(start + len(part))
        return vectors

    def _embed(self, text: str) -> NDArray[np.float32]:
        ids = np.array([self.tokenizer(text)], np.int32)
        (vectors,) = self.session.run(["vectors"], {"ids": ids})
        vector: NDArray[np.float32] = vectors[0]
        return vector


def open_bundled(cache: Path, threads: int | None = None) -> BundledEmbedder:
    """Return the embedder; the first call prepares its file in `cache`, in a few seconds.

    `threads` bounds the passages embedded at once, and is by default the number of processors.
    Raise `EmbeddingError` if the package is absent or altered, or the cache can't be written.
    """
    weights = check_weights(find_weights())
    file = CheckedFile(folder=cache, stem=f"{MODEL}-{RECIPE}", suffix=".onnx")
    return BundledEmbedder(
        session=_open_session(file.get(partial(_transcode, weights))),
        tokenizer=Tokenizer(read_weights(weights).vocabulary),
        threads=threads or os.cpu_count() or 1,
    )


def _transcode(weights: Path, target: Path) -> None:
    from corpus.embedding.bundled.transcode import (  # noqa: PLC0415 - onnx serves only once
        transcode,
    )

    transcode(weights, target)


def _open_session(path: Path) -> Session:
    import onnxruntime  # noqa: PLC0415 - heavy, and commands that embed nothing do without

    options = onnxruntime.SessionOptions()
    # One thread a text, several texts side by side: faster than one text over several threads.
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    try:
        session: Session = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        message = f"{path} : onnxruntime ne peut pas ouvrir le modèle ({error})"
        raise EmbeddingError(message) from error
    return session
