from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.embedding.hashing import HashingEmbedder
from corpus.embedding.remembering import RememberingEmbedder
from corpus.model.errors import EmbeddingError


@dataclass
class Watched:
    """The hashing embedder, that notes the messages it is asked and fails when told to."""

    behind: HashingEmbedder = field(default_factory=HashingEmbedder)
    asked: list[str] = field(default_factory=list)
    fails: bool = False

    @property
    def fingerprint(self) -> str:
        return self.behind.fingerprint

    @property
    def dimension(self) -> int:
        return self.behind.dimension

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.behind.embed_passages(texts)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.behind.embed_queries(texts)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        if self.fails:
            message = "panne d'essai"
            raise EmbeddingError(message)
        return self.behind.embed_query(text)


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_a_message_that_comes_again_is_embedded_once(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)

    first, second = embedder.embed_query("un CAP"), embedder.embed_query("un CAP")

    assert watched.asked == ["un CAP"]
    np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(first, HashingEmbedder().embed_query("un CAP"))


def test_another_message_gets_its_own_vector(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)
    embedder.embed_query("un CAP")

    found = embedder.embed_query("un cap")

    np.testing.assert_array_equal(found, HashingEmbedder().embed_query("un cap"))
    assert watched.asked == ["un CAP", "un cap"]


def test_only_the_last_message_is_kept(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)

    for text in ("un CAP", "un BTS", "un CAP"):
        embedder.embed_query(text)

    assert watched.asked == ["un CAP", "un BTS", "un CAP"]


def test_an_empty_message_is_a_message(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)

    for _ in range(2):
        embedder.embed_query("")

    assert watched.asked == [""]


def test_a_message_of_one_turn_is_unknown_to_another(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)

    for _ in range(2):
        copy_context().run(embedder.embed_query, "un CAP")

    assert watched.asked == ["un CAP", "un CAP"]
    assert embedder.last.get() is None


def test_turns_at_once_never_get_each_other_s_vector(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)
    texts = [f"message {number % 7}" for number in range(200)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(embedder.embed_query, texts))

    np.testing.assert_array_equal(found, HashingEmbedder().embed_queries(texts))


def test_two_embedders_do_not_share_what_they_keep(watched: Watched) -> None:
    small = HashingEmbedder(dimension=32)
    RememberingEmbedder(watched).embed_query("un CAP")

    assert RememberingEmbedder(small).embed_query("un CAP").shape == (32,)


def test_a_failure_is_not_kept(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)
    watched.fails = True
    with pytest.raises(EmbeddingError):
        embedder.embed_query("un CAP")
    watched.fails = False

    found = embedder.embed_query("un CAP")

    np.testing.assert_array_equal(found, HashingEmbedder().embed_query("un CAP"))


def test_it_is_the_embedder_behind_that_a_version_is_written_with(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)

    assert (embedder.fingerprint, embedder.dimension) == (watched.fingerprint, watched.dimension)


def test_a_message_embedded_as_a_passage_is_not_taken_for_the_question(watched: Watched) -> None:
    embedder = RememberingEmbedder(watched)
    passage = embedder.embed_passages(["un CAP"])[0]
    embedder.embed_queries(["un CAP"])

    assert not np.array_equal(embedder.embed_query("un CAP"), passage)
    assert watched.asked == ["un CAP"]
