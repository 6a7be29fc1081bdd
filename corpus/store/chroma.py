"""Vectors in Chroma: one collection a shelf, an approximate index on disk.

A version is rebuilt, never edited: Chroma keeps on disk what is deleted in place.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from corpus.model.errors import DamagedVersionError, FingerprintError
from corpus.store.ports import SHELVES, Scored, Shelf, Vectors
from corpus.store.ranking import best, check_shape

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as ChromaCollection
    from chromadb.config import Settings

BATCH: Final = 1000

# Chosen by measure, 20,000 × 384 over four collections: recall@20 is 1 on clustered vectors and
# .99 on random directions, the worst case for a graph (.77 with Chroma's 100, 16, 100).
CONSTRUCTION_EFFORT: Final = 200
NEIGHBOURS: Final = 32
SEARCH_EFFORT: Final = 200


class ChromaVectors:
    """A folder of collections; raises `FingerprintError` on another embedder's."""

    def __init__(self, folder: Path, fingerprint: str, dimension: int) -> None:
        # Chroma takes close to a second to import: only who opens an index pays for it.
        from chromadb import PersistentClient  # noqa: PLC0415
        from chromadb.errors import ChromaError  # noqa: PLC0415

        self._folder = folder
        self._dimension = dimension
        try:
            self._client = cast("Client", PersistentClient(folder, settings=_settings()))
        except (ChromaError, ValueError) as error:
            raise self._damaged(error) from error
        try:
            self._collections = self._open(f"{fingerprint}, {dimension} dimensions")
        except BaseException:
            self.close()
            raise

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store unit vectors; `ValueError` when the shape is not `(len(ids), dimension)`."""
        check_shape(ids, vectors, self._dimension)
        last = list({id_: row for row, id_ in enumerate(ids)}.values())
        rows = np.asarray(vectors, np.float32)
        for start in range(0, len(last), BATCH):
            batch = last[start : start + BATCH]
            self._collections[shelf].upsert(ids=[ids[i] for i in batch], embeddings=rows[batch])

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return at most `limit` ids over `shelves`, best first; the score is the cosine."""
        if limit < 1:
            return ()
        scores: dict[str, float] = {}
        for shelf in set(shelves):
            scores.update(self._nearest(shelf, vector, limit))
        return best(scores, limit)

    def counts(self) -> Mapping[Shelf, int]:
        """Return how many vectors each shelf holds; `DamagedVersionError` if a graph is broken."""
        from chromadb.errors import ChromaError  # noqa: PLC0415 - as in __init__

        try:
            return {shelf: collection.count() for shelf, collection in self._collections.items()}
        except ChromaError as error:
            raise self._damaged(error) from error

    def read(self, shelf: Shelf) -> tuple[Sequence[str], Vectors]:
        """Return the ids and the vectors of a shelf, one row each."""
        held = self._collections[shelf].get(include=["embeddings"])
        rows = np.asarray(held["embeddings"], np.float32).reshape(-1, self._dimension)
        return held["ids"], rows

    def close(self) -> None:
        """Release the files; the index can't be used afterwards."""
        self._client.close()

    def _nearest(self, shelf: Shelf, vector: Vectors, limit: int) -> Mapping[str, float]:
        query = np.asarray(vector, np.float32)[np.newaxis]
        found = self._collections[shelf].query(
            query_embeddings=query, n_results=limit, include=["distances"]
        )
        distances = cast("list[list[float]]", found["distances"])  # asked for, so never None
        return {id_: 1 - far for id_, far in zip(found["ids"][0], distances[0], strict=True)}

    def _damaged(self, error: Exception) -> DamagedVersionError:
        return DamagedVersionError(f"{self._folder} : index de vecteurs illisible ({error})")

    def _open(self, fingerprint: str) -> Mapping[Shelf, "ChromaCollection"]:
        known = {collection.name: collection for collection in self._client.list_collections()}
        for collection in known.values():
            written = str((collection.metadata or {}).get("fingerprint"))
            if written != fingerprint:
                raise FingerprintError(written, fingerprint)
        return {s: known.get(str(s)) or self._create(str(s), fingerprint) for s in SHELVES}

    def _create(self, name: str, fingerprint: str) -> "ChromaCollection":
        return self._client.create_collection(
            name,
            metadata={"fingerprint": fingerprint},
            embedding_function=None,
            configuration={
                "hnsw": {
                    "space": "cosine",
                    "ef_construction": CONSTRUCTION_EFFORT,
                    "max_neighbors": NEIGHBOURS,
                    "ef_search": SEARCH_EFFORT,
                }
            },
        )


def _settings() -> "Settings":
    """Return settings that send nothing out, whatever the environment or a `.env` file says."""
    from chromadb.config import Settings  # noqa: PLC0415 - as above

    return Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_otel_granularity="none",
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
    )
