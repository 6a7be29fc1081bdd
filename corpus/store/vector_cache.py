"""Vectors already computed, by the hash of their text: what is unchanged is not embedded again."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.store.ports import Vectors

_TABLES = """
CREATE TABLE IF NOT EXISTS embedder (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL);
"""


class VectorCache:
    """One file holding one embedder's vectors; opened with another embedder, it starts afresh.

    To be used from the thread that opened it. A file that can't be read is made anew: nothing
    is lost but time.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._file = _open(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._file = _open(path)
        self._keep_only(fingerprint)

    def get(self, hashes: Collection[str]) -> Mapping[str, Vectors]:
        """Return the vectors known among `hashes`, by hash, each of shape `(dimension,)`."""
        query = "SELECT hash, vector FROM vectors WHERE hash IN (SELECT value FROM json_each(?))"
        rows = self._file.execute(query, (json.dumps(list(hashes)),))
        return {hash_: np.frombuffer(vector, np.float32) for hash_, vector in rows}

    def put(self, hashes: Sequence[str], vectors: Vectors) -> None:
        """Remember vectors, shape `(len(hashes), dimension)`: all of them, or none if it fails."""
        rows = np.ascontiguousarray(vectors, np.float32)
        with self._file:
            self._file.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                ((hash_, row.tobytes()) for hash_, row in zip(hashes, rows, strict=True)),
            )

    def retain(self, hashes: Collection[str]) -> int:
        """Forget every other vector, leave no trace of them in the file, and return how many."""
        query = "DELETE FROM vectors WHERE hash NOT IN (SELECT value FROM json_each(?))"
        with self._file:
            forgotten = self._file.execute(query, (json.dumps(list(hashes)),)).rowcount
        if forgotten:
            self._file.execute("VACUUM")
        return forgotten

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _keep_only(self, fingerprint: str) -> None:
        if self._file.execute("SELECT fingerprint FROM embedder").fetchall() == [(fingerprint,)]:
            return
        with self._file:
            self._file.execute("DELETE FROM embedder")
            self._file.execute("INSERT INTO embedder VALUES (?)", (fingerprint,))
        self.retain(())


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(_TABLES)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
