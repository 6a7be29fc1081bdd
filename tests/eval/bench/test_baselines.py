import numpy as np
import pytest

from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Kind
from corpus.store.memory import MemoryVectors
from eval.bench.baselines import ExactVectors, PackageEmbedder


class CannedEngine:
    def passage(self, texts):
        return np.ones((len(texts), 8), np.float32)

    def query(self, _text):
        return np.zeros(8, np.float32)


@pytest.mark.parametrize("kinds", [tuple(Kind), (Kind.SCHEME,), ()])
@pytest.mark.parametrize("limit", [0, 3, 100])
def test_the_exact_baseline_finds_what_the_store_in_memory_finds(kinds, limit):
    random = np.random.default_rng(1)
    exact, memory = ExactVectors(8), MemoryVectors(8)
    for kind in (Kind.OCCUPATION, Kind.SCHEME):
        vectors = random.standard_normal((10, 8)).astype(np.float32)
        ids = [f"{kind}:{number}" for number in range(10)]
        exact.add(kind, ids, vectors)
        memory.add(kind, ids, vectors)
    question = random.standard_normal(8).astype(np.float32)

    found = exact.search(question, kinds, limit)

    expected = memory.search(question, kinds, limit) if limit else ()
    assert [one.id for one in found] == [one.id for one in expected]


def test_an_empty_baseline_finds_nothing():
    assert ExactVectors(8).search(np.ones(8, np.float32), tuple(Kind), 5) == []


def test_the_package_s_engine_takes_the_place_of_the_embedder_of_an_index():
    replaced = HashingEmbedder(dimension=8)

    embedder = PackageEmbedder(replaced=replaced, engine=CannedEngine())

    assert embedder.fingerprint == replaced.fingerprint
    assert embedder.dimension == 8
    assert embedder.embed_passages(("un", "deux")).shape == (2, 8)
    assert embedder.embed_query("un").shape == (8,)
