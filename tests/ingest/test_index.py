from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from corpus.model.document import Passage
from corpus.model.errors import DamagedVersionError
from corpus.model.fact import Fact, Property
from corpus.store.knowledge_base import KnowledgeBase, in_memory
from corpus.store.memory import MemoryFacts, MemoryPassages, MemoryVectors, MemoryWords
from corpus.store.ports import Vectors
from ingest.content import Content
from ingest.index import check, fill
from ingest.progress import Silent


@pytest.fixture
def content(make_passage: Callable[..., Passage]) -> Content:
    fact = Fact(
        id="f",
        subject="occupation:essai",
        property=Property.COUNT,
        value="1",
        unit="",
        period="2026",
        scope="France",
        quote="Texte numéro 1.",
        source_id="essai",
        passage_id="p1",
    )
    passages = tuple(make_passage(f"Texte numéro {n}.", id=f"p{n}") for n in range(6))
    return Content(passages=passages, facts=(fact,))


@pytest.fixture
def vectors() -> Vectors:
    return np.eye(6, 16, dtype=np.float32)


@pytest.fixture
def kb(content: Content, vectors: Vectors) -> KnowledgeBase:
    kb = in_memory("essai/1", 16)
    fill(kb, content, vectors, Silent())
    return kb


def test_a_version_that_gives_back_what_it_was_given_is_accepted(
    kb: KnowledgeBase, content: Content, vectors: Vectors
) -> None:
    check(kb, content, vectors, Silent())

    assert kb.passages.get(["p3"])["p3"] == content.passages[3]


BROKEN = [
    pytest.param("passages", MemoryPassages(), "un passage relu", id="passages"),
    pytest.param("facts", MemoryFacts(), "un fait", id="facts"),
    pytest.param("vectors", MemoryVectors(16), "introuvables", id="vectors"),
    pytest.param("words", MemoryWords(), "introuvables", id="words"),
]


@pytest.mark.parametrize(("part", "empty", "told"), BROKEN)
def test_a_version_that_lost_something_is_refused(  # noqa: PLR0917 # pytest fixtures
    part: str, empty: object, told: str, kb: KnowledgeBase, content: Content, vectors: Vectors
) -> None:
    with pytest.raises(DamagedVersionError, match=told):
        check(replace(kb, **{part: empty}), content, vectors, Silent())


def test_an_empty_version_is_refused(kb: KnowledgeBase, vectors: Vectors) -> None:
    with pytest.raises(DamagedVersionError, match="aucun passage"):
        check(kb, Content(), vectors, Silent())
