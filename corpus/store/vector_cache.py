"""Vectors already computed, by the hash of their text: what is unchanged is not embedded again."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from corpus.model.errors import StoreError
from corpus.store.ports import Vectors
from corpus.store.sqlite_damage import is_damage

_TABLES = """
CREATE TABLE IF NOT EXISTS embedder (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL);
"""


class VectorCache:
    """One file holding one embedder's vectors; opened with another embedder, it starts afresh.

    To be used from the thread that opened it. A damaged file is made anew: nothing is lost but
    time. One that is locked, or a disk that is full, raises `StoreError`.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        with self._told():
            try:
                self._file = _open(path, fingerprint)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                path.unlink()
                self._file = _open(path, fingerprint)

    def get(self, hashes: Collection[str]) -> Mapping[str, Vectors]:
        """Return the vectors known among `hashes`, by hash, each of shape `(dimension,)`."""
        query = "SELECT hash, vector FROM vectors WHERE hash IN (SELECT value FROM json_each(?))"
        with self._told():
            rows = self._file.execute(query, (json.dumps(list(hashes)),)).fetchall()
        return {hash_: np.frombuffer(vector, np.float32) for hash_, vector in rows}

    def put(self, hashes: Sequence[str], vectors: Vectors) -> None:
        """Remember vectors, shape `(len(hashes), dimension)`: all of them, or none if it fails."""
        rows = np.ascontiguousarray(vectors, np.float32)
        with self._told(), self._file:
            self._file.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                ((hash_, row.tobytes()) for hash_, row in zip(hashes, rows, strict=True)),
            )

    def retain(self, hashes: Collection[str]) -> int:
        """Forget every other vector, leave no trace of them in the file, and return how many."""
        query = "DELETE FROM vectors WHERE hash NOT IN (SELECT value FROM json_each(?))"
        with self._told():
            with self._file:
                forgotten = self._file.execute(query, (json.dumps(list(hashes)),)).rowcount
            if forgotten:
                self._file.execute("VACUUM")
        return forgotten

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            message = f"{self._path} : cache des vecteurs inutilisable ({error})"
            raise StoreError(message) from error


def _open(path: Path, fingerprint: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(_TABLES)
        _keep_only(connection, fingerprint)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _keep_only(connection: sqlite3.Connection, fingerprint: str) -> None:
    written = connection.execute("SELECT fingerprint FROM embedder").fetchall()
    if written == [(fingerprint,)]:
        return
    # One transaction: killed in between, the vectors of one embedder would pass for another's.
    with connection:
        connection.execute("DELETE FROM vectors")
        connection.execute("DELETE FROM embedder")
        connection.execute("INSERT INTO embedder VALUES (?)", (fingerprint,))
    if written:
        connection.execute("VACUUM")
