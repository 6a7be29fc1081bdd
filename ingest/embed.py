"""Vectors of texts: those already known are taken from the cache, the others computed."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corpus.embedding.ports import Embedder
from corpus.store.ports import Vectors
from corpus.store.vector_cache import VectorCache
from ingest.entries import Entry
from ingest.progress import Progress

BATCH: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One unit vector per entry, shape `(len(entries), dimension)`, in their order."""

    vectors: Vectors
    computed: int


def embed(
    entries: Sequence[Entry], embedder: Embedder, cache: VectorCache, progress: Progress
) -> Embedded:
    """Return the vectors; what was computed is in the cache even if the run stops half-way."""
    hashes = [_hash(entry) for entry in entries]
    known = dict(cache.get(dict.fromkeys(hashes)))
    new = {key: e for key, e in zip(hashes, entries, strict=True) if key not in known}
    told = {key: entry.text for key, entry in new.items() if not entry.is_question}
    asked = {key: entry.text for key, entry in new.items() if entry.is_question}
    done = 0
    for texts, vectors_of in (
        (told, embedder.embed_passages),
        (asked, embedder.embed_queries),
    ):
        for keys, vectors in _batches(texts, vectors_of):
            cache.put(keys, vectors)
            known.update(zip(keys, vectors, strict=True))
            done += len(keys)
            progress.advance("embed", done, len(new))
    rows = [known[key] for key in hashes]
    shape = (len(rows), embedder.dimension)
    return Embedded(
        vectors=np.asarray(rows, dtype=np.float32).reshape(shape),
        computed=len(new),
    )


def hashes_of(entries: Iterable[Entry]) -> set[str]:
    """Return the hashes under which the cache holds the vectors of entries."""
    return {_hash(entry) for entry in entries}


def _batches(
    texts: Mapping[str, str], vectors_of: Callable[[Sequence[str]], Vectors]
) -> Iterable[tuple[list[str], Vectors]]:
    # Texts of like length share a batch: the embedder pads each batch to its longest.
    keys = sorted(texts, key=lambda key: (len(texts[key]), key))
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield batch, vectors_of([texts[key] for key in batch])


def _hash(entry: Entry) -> str:
    # A question and a passage in the same words have different vectors.
    role = "query\n" if entry.is_question else ""
    return hashlib.sha256(f"{role}{entry.text}".encode()).hexdigest()
