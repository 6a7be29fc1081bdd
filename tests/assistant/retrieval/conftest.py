"""A small knowledge base in memory, and the step that searches it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from assistant.evidence import Signal
from assistant.retrieval.confidence import Signs
from assistant.retrieval.retrieve import RetrievalSettings, Retrieve
from assistant.retrieval.weights import Weights
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Passage
from corpus.store.knowledge_base import KnowledgeBase, in_memory
from corpus.store.ports import Beside, shelved

EMBEDDER = HashingEmbedder(dimension=256)
WEIGHTS = Weights(
    signals={
        Signal.ASKED: 1.0,
        Signal.MEANING: 0.5,
        Signal.WORDS: 0.1,
        Signal.APART: -0.03,
        Signal.STANDING: 0.02,
    },
    authority=0.6,
    fresh=0.3,
    territory=0.1,
)


def _empty() -> KnowledgeBase:
    return in_memory(EMBEDDER.fingerprint, EMBEDDER.dimension)


@dataclass
class Base:
    """What is put in is found as it would be once ingested."""

    kb: KnowledgeBase = field(default_factory=_empty)
    confided: list[Signs] = field(default_factory=list)
    """What confidence was asked about."""

    def add(self, *passages: Passage) -> "Base":
        """Store passages, their words, their vectors and those of their questions."""
        self.kb.passages.add(passages)
        self.kb.words.add(passages)
        for one in passages:
            self.kb.vectors.add(one.kind, [one.id], EMBEDDER.embed_passages([one.embedded_text]))
            ids = [shelved(one.id, number) for number in range(len(one.asked))]
            self.kb.vectors.add(Beside.ASKED, ids, EMBEDDER.embed_queries(one.asked))
        return self

    def refuse(self, id_: str, text: str) -> None:
        """Store a message that no record answers."""
        self.kb.vectors.add(Beside.UNANSWERABLE, [id_], EMBEDDER.embed_queries([text]))

    def retrieving(self, **changes: object) -> Retrieve:
        """Return the step over this base, with the settings given."""

        def confidence(signs: Signs) -> float:
            self.confided.append(signs)
            return 0.25

        return Retrieve(
            embedder=EMBEDDER,
            vectors=self.kb.vectors,
            words=self.kb.words,
            passages=self.kb.passages,
            facts=self.kb.facts,
            weights=WEIGHTS,
            standings={"moindre": 0.0},
            confidence=confidence,
            settings=RetrievalSettings(**changes),  # type: ignore[arg-type] # free keywords in tests
        )


@pytest.fixture
def make_base() -> Callable[..., Base]:
    return lambda *passages: Base().add(*passages)
