"""A service whose replies are canned, one of each kind, and clients for it."""

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import build_app
from api.serve import server
from api.service import Readiness
from api.settings import ApiSettings
from assistant.events import Event, Finished, Progress, Responder, Spoken, Versions
from assistant.evidence import Evidence, Hit, Rejected
from assistant.lookup import LookedUp
from assistant.profile import Profile
from assistant.question import Question, Turn
from assistant.reply import (
    Answer,
    Certainty,
    Citation,
    Clarification,
    Completeness,
    Crisis,
    Declined,
    DeclineReason,
    Option,
    Referral,
    Referred,
    Reply,
    Sentence,
)
from corpus.embedding.bundled.cache import default_cache
from corpus.model.document import Aspect, Passage, Span
from corpus.model.errors import NoKnowledgeBaseError
from corpus.model.fact import Fact, Property
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence

READY = Readiness(ready=True, version="v1")
VERSIONS = Versions(corpus="c1", rules="r1", prompts="p1", model="none")


@dataclass(kw_only=True)
class CannedResponder:
    """Gives the reply whose name stands in the message, the answer otherwise."""

    replies: dict[str, Reply]
    turns: list[Turn] = field(default_factory=list)
    closed: Flag = field(default_factory=Flag)
    versions: Versions = VERSIONS

    def stream(self, turn: Turn) -> Iterator[Event]:
        self.turns.append(turn)
        reply = self.reply(turn)
        try:
            yield Progress(step="understand")
            for sentence in getattr(reply, "sentences", ()):
                yield Spoken(sentence=sentence)
            if "panne" in turn.text:
                message = "secret /chemin/interne " + turn.text
                raise RuntimeError(message)
            yield Finished(reply=reply)
        finally:
            self.closed.set()

    def reply(self, turn: Turn) -> Reply:
        found = (reply for name, reply in self.replies.items() if name in turn.text)
        return next(found, self.replies["answer"])


@dataclass(kw_only=True)
class CannedService:
    """Serves one responder; without any, nothing has been ingested."""

    answers: Responder | None
    readiness: Readiness = READY

    def responder(self) -> Responder:
        if self.answers is None:
            place = "/chemin/interne"
            raise NoKnowledgeBaseError(place)
        return self.answers

    def health(self) -> Readiness:
        return self.readiness


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An empty home, and the embedder this machine has already prepared."""
    for name in [name for name in os.environ if name.startswith("SPRO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SPRO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SPRO_CACHE", str(default_cache()))
    return monkeypatch


@pytest.fixture
def make_referral() -> Callable[..., Referral]:
    body = Organisation(
        id="essai",
        name="Organisme d'essai",
        short="Essai",
        kind=OrganisationKind.CEP,
        status="membre",
        who="Tout le monde",
        legal_basis=("Code d'essai, art. 1",),
        confidence=Confidence.PRIMARY,
        verified="2026-03-13",
        url="https://exemple.test/organisme",
    )

    def make(**changes: object) -> Referral:
        return Referral(
            organisation=replace(body, **changes),  # type: ignore[arg-type] # free keywords
            certainty=Certainty.SETTLED,
            reason="Vous êtes en emploi dans le secteur privé.",
            legal_basis="Code d'essai, art. 1",
        )

    return make


@pytest.fixture
def cite() -> Callable[..., Citation]:
    def make(passage: Passage, quote: str) -> Citation:
        start = passage.text.index(quote)
        return Citation(passage=passage, span=Span(start=start, end=start + len(quote)))

    return make


@pytest.fixture
def pay() -> Fact:
    return Fact(
        id="essai:pay",
        subject="occupation:essai",
        property=Property.SALARY_ENTRY,
        value="1990",
        unit="EUR/month gross",
        period="2024",
        scope="France",
        quote="1 990 € brut",
        source_id="essai",
        passage_id="essai:pay",
    )


@pytest.fixture
def answer(
    make_passage: Callable[..., Passage],
    cite: Callable[..., Citation],
    pay: Fact,
    make_referral: Callable[..., Referral],
) -> Answer:
    length = make_passage("Le BTS dure deux ans. Il se prépare après le bac.", id="essai:length")
    wages = make_passage("Le salaire est de 1 990 € brut au début.", id="essai:pay")
    first = cite(length, "Le BTS dure deux ans.")
    return Answer(
        sentences=(
            Sentence(text="Ce diplôme se prépare en deux ans.", citations=(first,)),
            Sentence(
                text="Au début, le salaire est de 1 990 € brut par mois.",
                citations=(cite(wages, "1 990 € brut"), first),
                facts=(pay,),
            ),
        ),
        completeness=Completeness.PARTIAL,
        missing=(Aspect.OUTLETS,),
        referrals=(make_referral(),),
        suggestions=("Et en alternance ?",),
        understood=Profile(situation="salarie_prive", age=34, employed=True),
    )


@pytest.fixture
def replies(answer: Answer, make_referral: Callable[..., Referral]) -> dict[str, Reply]:
    options = (
        Option(label="En emploi", profile=Profile(situation="salarie_prive", employed=True)),
        Option(label="Je préfère ne pas dire", profile=Profile(situation="prefere_ne_pas_dire")),
    )
    line = make_referral(
        name="Ligne d'essai", kind=OrganisationKind.CRISIS, phone="01 23", hours="jour et nuit"
    )
    return {
        "answer": answer,
        "clarify": Clarification(question="Quelle est votre situation ?", options=options),
        "referred": Referred(
            referrals=(make_referral(),),
            sentences=answer.sentences[:1],
        ),
        "declined": Declined(
            reason=DeclineReason.OUT_OF_SCOPE,
            text="Je ne réponds pas à cela.",
            suggestions=("Comment devenir infirmier ?",),
        ),
        "crisis": Crisis(text="Ce que vous dites est grave.\nAppelez.", referrals=(line,)),
    }


@pytest.fixture
def responder(replies: dict[str, Reply]) -> CannedResponder:
    return CannedResponder(replies=replies)


@pytest.fixture
def service(responder: CannedResponder) -> CannedService:
    return CannedService(answers=responder)


@pytest.fixture
def make_client() -> Callable[..., TestClient]:
    def make(
        answers: Responder | None, *, settings: ApiSettings | None = None, **service: object
    ) -> TestClient:
        canned = CannedService(answers=answers, **service)  # type: ignore[arg-type] # free keywords
        return TestClient(build_app(canned, settings or ApiSettings()))

    return make


@pytest.fixture
def client(make_client: Callable[..., TestClient], responder: CannedResponder) -> TestClient:
    return make_client(responder)


@pytest.fixture
def chat() -> Callable[..., dict[str, object]]:
    """A request body: a message, and any other field."""

    def make(content: str = "answer", **fields: object) -> dict[str, object]:
        return {"messages": [{"role": "user", "content": content}], **fields}

    return make


@pytest.fixture
def run() -> Iterator[Callable[..., str]]:
    """Starts a real server for a service and gives its address."""
    running: list[tuple[Any, Thread, socket.socket]] = []

    def start(service: Any) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        one = server(service, ApiSettings())
        thread = Thread(target=one.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((one, thread, listener))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for one, thread, listener in running:
        one.should_exit = True
        thread.join(10)
        listener.close()


@dataclass(kw_only=True)
class CannedSteps(CannedResponder):
    """Reads any message as itself, and finds for it what it was given."""

    replies: dict[str, Reply] = field(default_factory=dict)
    evidence: Evidence
    read: dict[str, object] = field(default_factory=dict)
    """Fields of every question."""
    worth_it: bool = True

    def look_up(self, turn: Turn) -> LookedUp:
        self.turns.append(turn)
        if "panne" in turn.text:
            message = "secret /chemin/interne " + turn.text
            raise RuntimeError(message)
        question = Question(text=turn.text, search_text=turn.text, **self.read)  # type: ignore[arg-type] # free keywords
        return LookedUp(
            message=turn.text, question=question, evidence=self.evidence, worth_it=self.worth_it
        )


@pytest.fixture
def make_hit(make_passage: Callable[..., Passage]) -> Callable[..., Hit]:
    """A candidate: its text, what is told of it, and fields of its passage."""

    def make(text: str = "Le BTS dure deux ans.", **changes: object) -> Hit:
        names = {f.name for f in fields(Hit)}
        told = {"score": 1.0, "ranks": {}} | {k: v for k, v in changes.items() if k in names}
        own = {k: v for k, v in changes.items() if k not in names}
        return Hit(passage=make_passage(text, **own), **told)  # type: ignore[arg-type] # free keywords

    return make


@pytest.fixture
def make_steps() -> Callable[..., CannedSteps]:
    """Steps that find these candidates, and leave those out."""

    def make(*hits: Hit, rejected: tuple[Rejected, ...] = (), **changes: object) -> CannedSteps:
        found = Evidence(hits=hits, rejected=rejected, confidence=0.8125)
        return CannedSteps(evidence=found, **changes)  # type: ignore[arg-type] # free keywords

    return make
