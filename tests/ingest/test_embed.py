from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.model.document import Passage
from corpus.model.errors import EmbeddingError
from corpus.store.vector_cache import VectorCache
from ingest.embed import BATCH, embed
from ingest.progress import Silent
from tests.ingest.conftest import CountingEmbedder

Make = Callable[..., Passage]


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    cache = VectorCache(tmp_path / "vectors.sqlite", "essai/1")
    yield cache
    cache.close()


def test_vectors_come_in_the_order_of_the_passages(
    make_passage: Make, cache: VectorCache, embedder: CountingEmbedder
) -> None:
    passages = [make_passage("un long texte pour voir."), make_passage("Court.")]

    found = embed(passages, embedder, cache, Silent())

    expected = [embedder.embed_query(passage.embedded_text) for passage in passages]
    np.testing.assert_array_equal(found.vectors, np.stack(expected))


def test_equal_texts_are_embedded_once(
    make_passage: Make, cache: VectorCache, embedder: CountingEmbedder
) -> None:
    found = embed([make_passage(id="a"), make_passage(id="b")], embedder, cache, Silent())

    assert (found.computed, found.vectors.shape) == (1, (2, 16))


def test_a_run_that_stopped_goes_on_where_it_was(make_passage: Make, cache: VectorCache) -> None:
    passages = [make_passage(f"Texte {number:04}.") for number in range(BATCH + 5)]
    with pytest.raises(EmbeddingError):
        embed(passages, CountingEmbedder(fail_after=BATCH), cache, Silent())

    found = embed(passages, CountingEmbedder(), cache, Silent())

    assert found.computed == 5


def test_no_passage_gives_no_vector(cache: VectorCache, embedder: CountingEmbedder) -> None:
    assert embed([], embedder, cache, Silent()).vectors.shape == (0, 16)
