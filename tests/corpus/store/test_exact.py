"""Short shelves compared one by one, beside the index they come from."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.document import Kind
from corpus.store.chroma import ChromaVectors
from corpus.store.exact import ExactVectors
from corpus.store.memory import MemoryVectors
from corpus.store.ports import Beside, Scored

DIMENSION = 4
ROWS = {Kind.SCHEME: 3, Kind.OCCUPATION: 6, Beside.ASKED: 0}


class Readable(MemoryVectors):
    """An index in memory that can be read back, and notes what it is asked."""

    def __init__(self):
        super().__init__(DIMENSION)
        self.was_read, self.searched = [], []

    def counts(self):
        return {shelf: len(self._vectors[shelf]) for shelf in ROWS}

    def read(self, shelf):
        self.was_read.append(shelf)
        rows = self._vectors[shelf]
        return list(rows), np.array(list(rows.values()), np.float32).reshape(-1, DIMENSION)

    def search(self, vector, shelves, limit):
        self.searched.append(set(shelves))
        return super().search(vector, shelves, limit)


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def index():
    held, random = Readable(), np.random.default_rng(3)
    for shelf, number in ROWS.items():
        ids = [f"{shelf}-{row}" for row in range(number)]
        held.add(shelf, ids, unit(random.normal(size=(number, DIMENSION))))
    return held


VECTOR = unit(np.array([[0.3, -0.2, 0.9, 0.1]]))[0]


@pytest.mark.parametrize("most", [0, 3, 6])
@pytest.mark.parametrize("limit", [-1, 0, 1, 4, 9, 20])
@pytest.mark.parametrize("shelves", [[], [Kind.SCHEME], list(ROWS), [Kind.OCCUPATION] * 2])
def test_what_is_found_is_what_the_index_finds(index, most, limit, shelves):
    expected = index.search(VECTOR, shelves, limit)

    found = ExactVectors(index, most).search(VECTOR, shelves, limit)

    assert [one.id for one in found] == [one.id for one in expected]
    assert [one.score for one in found] == pytest.approx([one.score for one in expected])


def test_a_short_shelf_is_read_once_and_a_long_one_is_searched_where_it_is(index):
    exact = ExactVectors(index, most=3)

    for _ in range(3):
        exact.search(VECTOR, list(ROWS), 2)

    assert sorted(index.was_read) == sorted([Kind.SCHEME, Beside.ASKED])
    assert index.searched == [{Kind.OCCUPATION}] * 3


def test_a_version_that_is_only_read_takes_no_vector(index):
    with pytest.raises(TypeError, match="only read"):
        ExactVectors(index).add(Kind.SCHEME, ["x"], VECTOR[np.newaxis])


@given(st.lists(st.sampled_from([0.0, 0.6, 1.0]), min_size=1, max_size=8), st.integers(1, 9))
def test_equal_scores_are_told_apart_by_id_whatever_the_limit(firsts, limit):
    index = Readable()
    rows = unit(np.array([[x, 1.0, 0, 0] for x in firsts]))
    index.add(Kind.SCHEME, [f"{9 - n}" for n in range(len(firsts))], rows)
    vector = np.array([1, 0, 0, 0], np.float32)

    found = ExactVectors(index).search(vector, [Kind.SCHEME], limit)

    assert found == tuple(
        Scored(one.id, pytest.approx(one.score))
        for one in index.search(vector, [Kind.SCHEME], limit)
    )


def test_people_who_search_at_once_find_the_same(index):
    exact, found = ExactVectors(index), []
    searching = [
        threading.Thread(target=lambda: found.append(exact.search(VECTOR, list(ROWS), 5)))
        for _ in range(8)
    ]

    for one in searching:
        one.start()
    for one in searching:
        one.join()

    assert found == [found[0]] * 8
    assert len(index.was_read) == len(ROWS)


def test_vectors_come_back_from_chroma_as_they_were_put(tmp_path):
    rows = unit(np.random.default_rng(5).normal(size=(4, DIMENSION)))
    chroma = ChromaVectors(tmp_path, "essai/1", DIMENSION)
    chroma.add(Kind.SCHEME, list("abcd"), rows)

    ids, vectors = chroma.read(Kind.SCHEME)
    none, empty = chroma.read(Beside.NAMES)
    chroma.close()

    assert dict(zip(ids, vectors.tolist(), strict=True)) == {
        id_: pytest.approx(row) for id_, row in zip("abcd", rows.tolist(), strict=True)
    }
    assert (list(none), empty.shape) == ([], (0, DIMENSION))
