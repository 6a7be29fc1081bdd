import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Kind
from corpus.store.memory import MemoryVectors
from corpus.store.ports import SHELVES, Beside
from eval.bench.baselines import ExactVectors, PackageEmbedder

DIMENSION = 4


class CannedEngine:
    """Tells questions from passages, and one text from another."""

    def passage(self, texts):
        return np.array([[len(text), *[0] * 7] for text in texts], np.float32).reshape(-1, 8)

    def query(self, text):
        return np.array([0, len(text), *[0] * 6], np.float32)


@pytest.fixture
def package():
    return PackageEmbedder(replaced=HashingEmbedder(dimension=8), engine=CannedEngine())


def filled(rows):
    """Return both ways to search the same vectors, a number of rows a shelf."""
    random = np.random.default_rng(1)
    exact, memory = ExactVectors(DIMENSION), MemoryVectors(DIMENSION)
    for shelf, count in rows.items():
        vectors = random.standard_normal((count, DIMENSION)).astype(np.float32)
        ids = [f"{shelf}:{number}" for number in range(count)]
        exact.add(shelf, ids, vectors)
        memory.add(shelf, ids, vectors)
    return exact, memory, random.standard_normal(DIMENSION).astype(np.float32)


@settings(deadline=None)
@given(
    rows=st.dictionaries(st.sampled_from(SHELVES), st.integers(0, 12)),
    shelves=st.sets(st.sampled_from(SHELVES)),
    limit=st.integers(0, 60),
)
def test_the_exact_baseline_finds_what_the_store_in_memory_finds(rows, shelves, limit):
    exact, memory, question = filled(rows)

    found = exact.search(question, shelves, limit)

    expected = memory.search(question, shelves, limit) if limit else ()
    assert [one.id for one in found] == [one.id for one in expected]
    assert [one.score for one in found] == pytest.approx([one.score for one in expected], abs=1e-5)


def test_what_stands_beside_passages_is_not_found_among_them():
    exact, _, question = filled({Kind.SCHEME: 5, Beside.ASKED: 5, Beside.UNANSWERABLE: 5})

    passages, asked = (exact.search(question, shelves, 20) for shelves in (Kind, [Beside.ASKED]))

    assert sorted(one.id for one in passages) == [f"scheme:{number}" for number in range(5)]
    assert sorted(one.id for one in asked) == [f"asked:{number}" for number in range(5)]


def test_an_empty_baseline_finds_nothing():
    assert ExactVectors(8).search(np.ones(8, np.float32), SHELVES, 5) == []


def test_the_package_s_engine_takes_the_place_of_the_embedder_of_an_index(package):
    assert package.fingerprint == HashingEmbedder(dimension=8).fingerprint
    assert package.dimension == 8


def test_the_package_s_engine_embeds_each_text_in_its_role(package):
    texts = ("un", "deux")

    passages, questions = package.embed_passages(texts), package.embed_queries(texts)

    assert passages[:, :2].tolist() == [[2, 0], [4, 0]]
    assert questions[:, :2].tolist() == [[0, 2], [0, 4]]
    assert np.array_equal(questions, [package.embed_query(text) for text in texts])


def test_no_text_makes_no_row(package):
    assert package.embed_passages(()).shape == package.embed_queries(()).shape == (0, 8)
