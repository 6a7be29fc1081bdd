"""Vectors of passages: those already known are taken from the cache, the others computed."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corpus.embedding.ports import Embedder
from corpus.model.document import Passage
from corpus.store.ports import Vectors
from corpus.store.vector_cache import VectorCache
from ingest.progress import Progress

BATCH: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One unit vector per passage, shape `(len(passages), dimension)`, in their order."""

    vectors: Vectors
    computed: int


def embed(
    passages: Sequence[Passage], embedder: Embedder, cache: VectorCache, progress: Progress
) -> Embedded:
    """Return the vectors; what was computed is in the cache even if the run stops half-way."""
    hashes = [_hash(passage.embedded_text) for passage in passages]
    texts = {key: passage.embedded_text for key, passage in zip(hashes, passages, strict=True)}
    known = dict(cache.get(texts.keys()))
    # Texts of like length share a batch: the embedder pads each batch to its longest.
    missing = sorted(texts.keys() - known.keys(), key=lambda key: (len(texts[key]), key))
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        vectors = embedder.embed_passages([texts[key] for key in batch])
        cache.put(batch, vectors)
        known.update(zip(batch, vectors, strict=True))
        progress.advance("embed", start + len(batch), len(missing))
    rows = [known[key] for key in hashes]
    shape = (len(rows), embedder.dimension)
    return Embedded(
        vectors=np.asarray(rows, dtype=np.float32).reshape(shape),
        computed=len(missing),
    )


def hashes_of(passages: Iterable[Passage]) -> set[str]:
    """Return the hashes under which the cache holds the vectors of passages."""
    return {_hash(passage.embedded_text) for passage in passages}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
