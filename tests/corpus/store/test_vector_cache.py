"""Vectors computed once are found again; erased ones leave the disk."""

import signal
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from corpus.model.errors import StoreError
from corpus.store.vector_cache import VectorCache

REPOSITORY = Path(__file__).parents[3]

KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from corpus.store.vector_cache import VectorCache

class Dying(sqlite3.Connection):
    def __exit__(self, *error):
        if sys.argv[2] == "after":
            super().__exit__(*error)
        os.kill(os.getpid(), signal.SIGKILL)

real = sqlite3.connect
sqlite3.connect = lambda path: real(path, factory=Dying)
VectorCache(Path(sys.argv[1]), "e5/2")
"""


@pytest.fixture
def vectors():
    return np.random.default_rng(5).normal(size=(4, 384)).astype(np.float32)


@pytest.fixture
def cache(tmp_path):
    opened = VectorCache(tmp_path / "vectors.sqlite", "e5/1")
    yield opened
    opened.close()


def test_known_vectors_come_back_exactly(cache, vectors):
    cache.put(["a", "b", "c", "d"], vectors)

    found = cache.get(["d", "a", "x"])

    assert set(found) == {"a", "d"}
    assert np.array_equal(found["a"], vectors[0])
    assert np.array_equal(found["d"], vectors[3])


def test_vectors_are_there_at_the_next_run(cache, vectors, tmp_path):
    cache.put(["a", "b", "c", "d"], vectors)
    cache.close()

    again = VectorCache(tmp_path / "vectors.sqlite", "e5/1")

    assert len(again.get("abcd")) == 4
    again.close()


def test_a_known_hash_is_replaced(cache, vectors):
    cache.put(["a"], vectors[:1])

    cache.put(["a"], vectors[1:2])

    assert np.array_equal(cache.get(["a"])["a"], vectors[1])


def test_a_batch_is_written_whole_or_not_at_all(cache, vectors):
    with pytest.raises(ValueError, match="argument"):
        cache.put(["a", "b", "c", "d", "e"], vectors)

    assert cache.get("abcde") == {}


def test_what_is_not_retained_leaves_the_disk(cache, vectors, tmp_path):
    cache.put(["a", "b", "c", "d"], vectors)

    forgotten = cache.retain(["b", "x"])

    on_disk = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert forgotten == 3
    assert set(cache.get("abcd")) == {"b"}
    assert vectors[1].tobytes() in on_disk
    assert not any(vectors[i].tobytes()[:64] in on_disk for i in (0, 2, 3))


def test_another_embedder_starts_afresh(cache, vectors, tmp_path):
    cache.put(["a"], vectors[:1])
    cache.close()

    other = VectorCache(tmp_path / "vectors.sqlite", "e5/2")

    assert other.get(["a"]) == {}
    other.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_change_of_embedder_killed_at_its_commit_serves_no_old_vector(
    cache, vectors, tmp_path, moment
):
    path = tmp_path / "vectors.sqlite"
    cache.put(["a"], vectors[:1])
    cache.close()

    command = [sys.executable, "-c", KILLED, str(path), moment]
    killed = subprocess.run(command, cwd=REPOSITORY, check=False)

    again = VectorCache(path, "e5/2")
    assert killed.returncode == -signal.SIGKILL
    assert again.get(["a"]) == {}
    again.close()


def test_another_embedder_leaves_no_old_vector_on_disk(cache, vectors, tmp_path):
    cache.put(["a"], vectors[:1])
    cache.close()

    VectorCache(tmp_path / "vectors.sqlite", "e5/2").close()

    assert vectors[0].tobytes()[:64] not in (tmp_path / "vectors.sqlite").read_bytes()


def test_a_locked_file_is_refused_and_stays(cache, vectors, tmp_path, monkeypatch):
    cache.put(["a"], vectors[:1])
    path = tmp_path / "vectors.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))

    with pytest.raises(StoreError, match="locked"):
        VectorCache(path, "e5/1")

    other.close()
    assert set(cache.get(["a"])) == {"a"}


def test_a_disk_that_is_full_is_told_by_the_name_of_the_file(cache, vectors):
    cache._file.execute("PRAGMA max_page_count = 1")

    with pytest.raises(StoreError, match=r"vectors\.sqlite.*full"):
        cache.put(["a", "b", "c", "d"], vectors)

    assert cache.get("abcd") == {}


def test_an_unreadable_file_is_made_anew(tmp_path, vectors):
    (tmp_path / "vectors.sqlite").write_bytes(b"not a database" * 500)

    cache = VectorCache(tmp_path / "vectors.sqlite", "e5/1")

    cache.put(["a"], vectors[:1])
    assert set(cache.get(["a"])) == {"a"}
    cache.close()
