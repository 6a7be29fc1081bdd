"""Every vector index: what `VectorIndex` promises."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.store.chroma import ChromaVectors
from corpus.store.memory import MemoryVectors
from corpus.store.ports import SHELVES, Beside, VectorIndex, Vectors, shelved

DIMENSION = 16


@pytest.fixture(params=["memory", "chroma"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorIndex]:
    if request.param == "memory":
        yield MemoryVectors(DIMENSION)
        return
    chroma = ChromaVectors(tmp_path, "e5/1", DIMENSION)
    yield chroma
    chroma.close()


@pytest.fixture
def unit_vectors() -> Callable[[int], Vectors]:
    random = np.random.default_rng(7)

    def draw(count: int) -> Vectors:
        rows = random.normal(size=(count, DIMENSION))
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    return draw


def test_an_empty_index_finds_nothing(index, unit_vectors):
    found = index.search(unit_vectors(1)[0], list(Kind), 5)

    assert list(found) == []


def test_a_vector_finds_itself_first_with_its_cosine(index, unit_vectors):
    vectors = unit_vectors(30)
    index.add(Kind.OCCUPATION, [f"p{i}" for i in range(30)], vectors)

    best, *others = index.search(vectors[12], [Kind.OCCUPATION], 10)

    assert best.id == "p12"
    assert best.score == pytest.approx(1, abs=1e-5)
    assert len(others) == 9


def test_the_score_is_the_cosine_best_first(index, unit_vectors):
    vectors, asked = unit_vectors(25), unit_vectors(1)[0]
    index.add(Kind.SCHEME, [str(i) for i in range(25)], vectors)

    found = index.search(asked, [Kind.SCHEME], 25)

    assert [s.id for s in found] == [str(i) for i in np.argsort(-(vectors @ asked))]
    assert [s.score for s in found] == pytest.approx(sorted(vectors @ asked)[::-1], abs=1e-5)


def test_only_the_asked_kinds_are_searched_and_their_hits_merged(index, unit_vectors):
    vectors = unit_vectors(4)
    for kind, vector in zip(Kind, vectors, strict=True):
        index.add(kind, [f"{kind}:1"], vector[None])

    found = index.search(vectors[0], [Kind.OCCUPATION, Kind.SCHEME], 10)

    assert [s.id for s in found] == ["occupation:1", "scheme:1"]


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_gives_back_what_was_put_on_it_and_nothing_else(index, unit_vectors, shelf):
    vector = unit_vectors(1)[0]
    for other in SHELVES:
        index.add(other, [shelved(f"{other}:1", 0)], vector[None])

    assert [s.id for s in index.search(vector, [shelf], 10)] == [f"{shelf}:1?0"]


def test_what_is_beside_is_left_out_of_a_search_of_passages(index, unit_vectors):
    vectors = unit_vectors(2)
    index.add(Kind.SCHEME, ["passage"], vectors[:1])
    for shelf in Beside:
        index.add(shelf, [f"{shelf}?0"], vectors[1:])

    assert [s.id for s in index.search(vectors[1], list(Kind), 10)] == ["passage"]


def test_passages_and_what_is_beside_can_be_ranked_together(index, unit_vectors):
    vectors = unit_vectors(2)
    index.add(Kind.SCHEME, ["far"], vectors[:1])
    index.add(Beside.ASKED, ["near?0"], vectors[1:])

    found = index.search(vectors[1], [Kind.SCHEME, Beside.ASKED], 10)

    assert [s.id for s in found] == ["near?0", "far"]


def test_a_shelf_named_twice_is_searched_once(index, unit_vectors):
    vectors = unit_vectors(3)
    index.add(Beside.NAMES, [shelved("m", i) for i in range(3)], vectors)

    assert len(index.search(vectors[0], [Beside.NAMES, Beside.NAMES], 10)) == 3


def test_the_limit_holds_over_all_kinds_together(index, unit_vectors):
    for kind in Kind:
        index.add(kind, [f"{kind}:{i}" for i in range(5)], unit_vectors(5))

    assert len(index.search(unit_vectors(1)[0], list(Kind), 7)) == 7


@pytest.mark.parametrize(("kinds", "limit"), [([], 5), ([Kind.SCHEME], 0)])
def test_no_kind_or_no_room_gives_nothing(index, unit_vectors, kinds, limit):
    index.add(Kind.SCHEME, ["a"], unit_vectors(1))

    assert list(index.search(unit_vectors(1)[0], kinds, limit)) == []


def test_adding_a_known_id_replaces_its_vector(index, unit_vectors):
    before, after = unit_vectors(2)
    index.add(Kind.SCHEME, ["a"], before[None])

    index.add(Kind.SCHEME, ["a"], after[None])

    (found,) = index.search(after, [Kind.SCHEME], 5)
    assert found.score == pytest.approx(1, abs=1e-5)


def test_the_last_of_two_same_ids_is_kept(index, unit_vectors):
    vectors = unit_vectors(3)

    index.add(Kind.SCHEME, ["a", "b", "a"], vectors)

    found = index.search(vectors[2], [Kind.SCHEME], 5)
    assert [s.id for s in found] == ["a", "b"]
    assert found[0].score == pytest.approx(1, abs=1e-5)


def test_equal_scores_are_ordered_by_id(index, unit_vectors):
    vector = unit_vectors(1)
    index.add(Kind.SCHEME, ["b", "c", "a"], np.repeat(vector, 3, axis=0))

    assert [s.id for s in index.search(vector[0], [Kind.SCHEME], 3)] == ["a", "b", "c"]


@pytest.mark.parametrize("shape", [(2, DIMENSION), (1, DIMENSION - 1), (DIMENSION,)])
def test_vectors_of_another_shape_are_refused(index, shape):
    with pytest.raises(ValueError, match="shape"):
        index.add(Kind.SCHEME, ["a"], np.zeros(shape, np.float32))


def test_adding_nothing_is_fine(index, unit_vectors):
    index.add(Kind.SCHEME, [], np.zeros((0, DIMENSION), np.float32))

    assert list(index.search(unit_vectors(1)[0], list(Kind), 3)) == []
