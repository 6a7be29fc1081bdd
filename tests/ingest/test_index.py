from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from corpus.model.document import Kind, Passage
from corpus.model.errors import DamagedVersionError
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from corpus.model.unanswerable import Beyond, Unanswerable
from corpus.store.knowledge_base import KnowledgeBase, in_memory
from corpus.store.memory import MemoryFacts, MemoryPassages, MemoryVectors, MemoryWords
from corpus.store.ports import SHELVES, Vectors
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
    passages = tuple(make_passage(f"Texte numéro {n}.", id=f"p{n}") for n in range(5))
    scheme = make_passage("Texte numéro 5.", id="p5", kind=Kind.SCHEME, asked=("cinq ?", "V ?"))
    bulleur = Occupation(
        id="rome:Z1",
        label="bulleur",
        feminine="bulleuse",
        masculine="bulleur",
        rome=("Z1",),
        described=("faire des bulles",),
    )
    message = Unanswerable(id="small_talk:0", kind=Beyond.SMALL_TALK, text="coucou")
    return Content(
        passages=(*passages, scheme), facts=(fact,), occupations=(bulleur,), beyond=(message,)
    )


@pytest.fixture
def entry_vectors(content: Content) -> Vectors:
    """A direction of its own for each entry, those of passages first."""
    return np.eye(len(content.entries), 16, dtype=np.float32)


@pytest.fixture
def vectors(entry_vectors: Vectors) -> Vectors:
    """The vectors of the passages asked of a version: all of them here."""
    return entry_vectors[:6]


@pytest.fixture
def kb(content: Content, entry_vectors: Vectors) -> KnowledgeBase:
    kb = in_memory("essai/1", 16)
    fill(kb, content, entry_vectors, Silent())
    return kb


def test_every_entry_is_found_on_its_shelf_by_its_own_vector(
    kb: KnowledgeBase, content: Content, entry_vectors: Vectors
) -> None:
    assert len(content.entries) == 10
    for entry, vector in zip(content.entries, entry_vectors, strict=True):
        best, *_ = kb.vectors.search(vector, [entry.shelf], 3)

        assert (best.id, best.score) == (entry.id, 1)


def test_every_record_is_in_its_register(kb: KnowledgeBase, content: Content) -> None:
    assert tuple(kb.occupations.all()) == content.occupations
    assert tuple(kb.beyond.all()) == content.beyond
    assert kb.passages.get(["p5"])["p5"].asked == ("cinq ?", "V ?")


def test_a_passage_is_found_by_the_words_of_its_questions(kb: KnowledgeBase) -> None:
    assert [one.id for one in kb.words.search("cinq", list(Kind), 3)] == ["p5"]


@pytest.mark.parametrize("batch", [1, 4, 1000])
def test_filling_goes_by_batches_up_to_the_last_entry(
    batch: int, content: Content, entry_vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, int, int]] = []

    class Watching:
        def advance(self, step: str, done: int, total: int) -> None:
            heard.append((step, done, total))

    monkeypatch.setattr("ingest.index.BATCH", batch)
    kb = in_memory("essai/1", 16)

    fill(kb, content, entry_vectors, Watching())

    found = kb.vectors.search(entry_vectors[0], SHELVES, 100)
    assert sorted(one.id for one in found) == sorted(entry.id for entry in content.entries)
    assert heard[-1] == ("index", 10, 10)
    assert [done for _, done, _ in heard] == sorted({done for _, done, _ in heard})


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
