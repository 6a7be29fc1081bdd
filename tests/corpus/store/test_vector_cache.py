"""Vectors computed once are found again; erased ones leave the disk."""

import numpy as np
import pytest

from corpus.store.vector_cache import VectorCache


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


def test_an_unreadable_file_is_made_anew(tmp_path, vectors):
    (tmp_path / "vectors.sqlite").write_bytes(b"not a database" * 500)

    cache = VectorCache(tmp_path / "vectors.sqlite", "e5/1")

    cache.put(["a"], vectors[:1])
    assert set(cache.get(["a"])) == {"a"}
    cache.close()
