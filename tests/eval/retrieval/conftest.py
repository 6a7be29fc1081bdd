"""A few records with the questions they answer, an assistant over them, and messages to put."""

from dataclasses import replace

import pytest

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Aspect, Kind, Span
from corpus.model.occupation import Occupation
from corpus.model.unanswerable import Beyond, Unanswerable
from corpus.store.knowledge_base import in_memory
from eval.bench.growth.own import Own
from eval.data.item import Item
from eval.fitting.border import border
from eval.retrieval.measured import GAIN, RECALL, REPLIED, UNDERSTOOD
from eval.retrieval.run import Plan, run
from ingest.content import Content
from ingest.index import fill
from ingest.progress import Silent

MASON = Occupation(
    id="occupation:macon",
    label="maçon, maçonne",
    feminine="maçonne",
    masculine="maçon",
    rome=("F1703",),
)
WRITTEN = "gagner sa croûte en empilant des parpaings"
"""A question none of whose words stands in the passage it is asked of."""


def unheard(_line):
    """Nobody listens."""


@pytest.fixture(scope="session")
def embedder():
    return HashingEmbedder()


@pytest.fixture
def passages(make_passage):
    """Three passages on masons, the first with a question of its own, and one on a scheme."""

    def told(text, **fields):
        return make_passage(text, answers=(Span(start=0, end=len(text)),), **fields)

    about = {"subject": MASON.id, "title": "Maçon, maçonne"}
    return (
        told(
            "Le maçon monte les murs.", id="tasks", asked=(WRITTEN,), aspect=Aspect.TASKS, **about
        ),
        told(
            "Le CAP dure deux ans.", id="access", asked=("quel CAP",), aspect=Aspect.ACCESS, **about
        ),
        told(
            "On travaille dehors.", id="out", asked=("il pleut",), aspect=Aspect.CONDITIONS, **about
        ),
        told(
            "Le CPF paie une formation.",
            id="cpf",
            asked=("mon compte",),
            kind=Kind.SCHEME,
            subject="scheme:cpf",
            document_id="scheme:cpf",
            title="Compte personnel de formation",
            aspect=Aspect.FUNDING,
        ),
    )


@pytest.fixture
def own(passages, embedder):
    beyond = Unanswerable(id="gibberish:0", kind=Beyond.GIBBERISH, text="azerty")
    content = Content(passages=passages, occupations=(MASON,), beyond=(beyond,))
    texts = [entry.text for entry in content.entries]
    return Own(
        content=content,
        vectors=embedder.embed_passages(texts),
        fingerprint=embedder.fingerprint,
    )


@pytest.fixture
def assistant(own, embedder, tmp_path):
    kb = in_memory(embedder.fingerprint, embedder.dimension)
    fill(kb, own.content, own.vectors, Silent())
    return build_assistant(kb, embedder, Settings(home=tmp_path / "unused"))


@pytest.fixture
def put(make_item):
    """Return an item by its id."""

    def make(id_, text, history=(), **expected):
        return replace(make_item(text, **expected), id=id_, history=history)

    return make


@pytest.fixture
def items(put) -> dict[str, list[Item]]:
    """Messages of each data set, few enough to be put in a moment."""
    answered = {"outcome": ["answered"]}
    declined = {"outcome": ["declined"], "kind": "out_of_scope"}
    return {
        "retrieval": [
            put("r1", "que fait un maçon", relevant={"occupation:macon#tasks": 2}, **answered),
            put("r2", WRITTEN, relevant={"occupation:macon#tasks": 2}, **answered),
            put("r3", "payer une formation", relevant={"scheme:cpf#funding": 1}, **answered),
        ],
        "occupations": [put("o1", "maçon", rome=["F1703"]), put("o2", "pilote", rome=["N2102"])],
        "followups": [
            put("f1", "et le salaire ?", ("je veux être maçon",), occupation=MASON.id, place="")
        ],
        "abstention": [
            put("a1", "quelle météo demain", **declined),
            put("a2", "que fait un maçon", kind="answerable", **answered),
        ],
    }


@pytest.fixture
def plan(assistant, own, embedder, items):
    names = (GAIN, RECALL, *UNDERSTOOD, *REPLIED)
    return Plan(
        assistant=assistant,
        own=own,
        embedder=embedder,
        split="development",
        items=items,
        border=border(()),
        targets=dict.fromkeys(names, 0.5),
        rounds=1,
        seconds=0.1,
    )


@pytest.fixture
def figures(plan):
    return run(plan, unheard)
