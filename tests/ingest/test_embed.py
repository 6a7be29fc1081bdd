from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.model.errors import EmbeddingError
from corpus.store.ports import Beside, Shelf
from corpus.store.vector_cache import VectorCache
from ingest.embed import BATCH, embed, hashes_of
from ingest.entries import Entry
from ingest.progress import Silent
from tests.ingest.conftest import CountingEmbedder


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[VectorCache]:
    cache = VectorCache(tmp_path / "vectors.sqlite", "essai/1")
    yield cache
    cache.close()


def _entry(text: str, shelf: Shelf = Kind.SCHEME, id_: str = "a") -> Entry:
    return Entry(shelf=shelf, id=id_, text=text)


class Watching:
    def __init__(self) -> None:
        self.heard: list[tuple[str, int, int]] = []

    def advance(self, step: str, done: int, total: int) -> None:
        self.heard.append((step, done, total))


def test_vectors_come_in_the_order_of_the_entries_each_in_its_role(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    entries = [
        _entry("un long texte pour voir."),
        _entry("une question ?", Beside.ASKED),
        _entry("Court."),
        _entry("un nom", Beside.NAMES),
        _entry("coucou", Beside.UNANSWERABLE),
    ]

    found = embed(entries, embedder, cache, Silent())

    prefixes = ("", "query: ", "", "query: ", "query: ")
    expected = [
        embedder.embed_query(f"{prefix}{entry.text}")
        for prefix, entry in zip(prefixes, entries, strict=True)
    ]
    np.testing.assert_array_equal(found.vectors, np.stack(expected))
    assert found.vectors.dtype == np.float32


def test_equal_texts_of_one_role_are_embedded_once(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    entries = [
        *(_entry("Deux ans.", id_="a"), _entry("Deux ans.", Kind.OCCUPATION, id_="b")),
        *(_entry("Deux ans.", Beside.ASKED), _entry("Deux ans.", Beside.NAMES)),
    ]

    found = embed(entries, embedder, cache, Silent())

    assert (found.computed, found.vectors.shape) == (2, (4, 16))
    assert sorted(embedder.texts) == ["Deux ans.", "query: Deux ans."]
    np.testing.assert_array_equal(found.vectors[0], found.vectors[1])
    np.testing.assert_array_equal(found.vectors[2], found.vectors[3])
    assert not np.array_equal(found.vectors[0], found.vectors[2])


def test_what_is_in_the_cache_is_not_embedded_again(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    entries = [_entry("Deux ans."), _entry("Deux ans.", Beside.ASKED)]
    first = embed(entries, embedder, cache, Silent())

    again = embed(entries[::-1], embedder, cache, Silent())

    assert (first.computed, again.computed, len(embedder.texts)) == (2, 0, 2)
    np.testing.assert_array_equal(again.vectors, first.vectors[::-1])


def test_the_vector_of_a_passage_is_never_taken_for_that_of_a_question(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    embed([_entry("Deux ans.")], embedder, cache, Silent())

    found = embed([_entry("Deux ans.", Beside.ASKED)], embedder, cache, Silent())

    assert found.computed == 1
    np.testing.assert_array_equal(found.vectors[0], embedder.embed_query("query: Deux ans."))


def test_hashes_tell_roles_apart_but_neither_shelves_nor_ids() -> None:
    told = [_entry("a"), _entry("a", Kind.OCCUPATION, "b")]
    asked = [_entry("a", Beside.ASKED), _entry("a", Beside.UNANSWERABLE, "b")]

    assert len(hashes_of(told)) == len(hashes_of(asked)) == 1
    assert len(hashes_of([*told, *asked])) == 2


def test_the_cache_forgets_all_but_the_hashes_of_the_entries_kept(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    kept, gone = _entry("un ?", Beside.ASKED), _entry("un ?")
    embed([kept, gone], embedder, cache, Silent())

    cache.retain(hashes_of([kept]))

    assert embed([kept], embedder, cache, Silent()).computed == 0
    assert embed([gone], embedder, cache, Silent()).computed == 1


@pytest.mark.parametrize("shelf", [Kind.SCHEME, Beside.ASKED])
def test_a_run_that_stopped_goes_on_where_it_was(shelf: Shelf, cache: VectorCache) -> None:
    entries = [_entry(f"Texte {number:04}.", shelf) for number in range(BATCH + 5)]
    with pytest.raises(EmbeddingError):
        embed(entries, CountingEmbedder(fail_after=BATCH), cache, Silent())

    found = embed(entries, CountingEmbedder(), cache, Silent())

    assert found.computed == 5


def test_a_run_that_stopped_at_the_questions_keeps_the_passages(cache: VectorCache) -> None:
    entries = [_entry("a"), _entry("b"), _entry("c ?", Beside.ASKED)]
    with pytest.raises(EmbeddingError):
        embed(entries, CountingEmbedder(fail_after=2), cache, Silent())

    found = embed(entries, CountingEmbedder(), cache, Silent())

    assert found.computed == 1


def test_progress_counts_both_roles_up_to_what_was_missing(
    cache: VectorCache, embedder: CountingEmbedder
) -> None:
    watching = Watching()
    texts = [_entry(f"{number}") for number in range(BATCH + 1)]
    embed(texts[:1], embedder, cache, Silent())

    embed([*texts, _entry("?", Beside.ASKED)], embedder, cache, watching)

    assert watching.heard == [("embed", BATCH, BATCH + 1), ("embed", BATCH + 1, BATCH + 1)]


def test_texts_of_like_length_share_a_batch(cache: VectorCache, embedder: CountingEmbedder) -> None:
    embed([_entry("x" * size) for size in (9, 1, 5, 3)], embedder, cache, Silent())

    assert [len(text) for text in embedder.texts] == [1, 3, 5, 9]


def test_no_entry_gives_no_vector(cache: VectorCache, embedder: CountingEmbedder) -> None:
    assert embed([], embedder, cache, Silent()).vectors.shape == (0, 16)
