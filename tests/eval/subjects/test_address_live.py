"""The public contract as our own service speaks it, over a real socket."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from threading import Thread

import pytest

from api.serve import server
from api.service import Readiness
from api.settings import ApiSettings
from assistant.events import Finished, Spoken, Versions
from assistant.profile import Profile
from assistant.question import Turn
from assistant.reply import (
    Answer,
    Certainty,
    Citation,
    Clarification,
    Completeness,
    Declined,
    DeclineReason,
    Option,
    Referral,
    Reply,
    Sentence,
)
from corpus.model.document import Aspect, Span
from eval.subjects.address import Address
from eval.subjects.replies import observed_of
from eval.trace.observed import Observed

PROFILE = Profile(situation="salarie_prive", age=34, employed=True)


@dataclass
class Canned:
    """A service and its responder: gives one reply."""

    said: Reply
    versions = Versions(corpus="c1", rules="r1", prompts="p1", model="none")

    def responder(self) -> "Canned":
        return self

    def health(self) -> Readiness:
        return Readiness(ready=True, version="v1")

    def reply(self, turn: Turn) -> Reply:  # noqa: ARG002 # as the port has it
        return self.said

    def stream(self, turn: Turn) -> Iterator[Spoken | Finished]:  # noqa: ARG002 # same
        yield from (Spoken(sentence=s) for s in getattr(self.said, "sentences", ()))
        yield Finished(reply=self.said)


@pytest.fixture
def ask():
    """Serves a reply for real and returns how it is seen from outside."""

    def put(said: Reply) -> Observed:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            served = server(Canned(said), ApiSettings())
            thread = Thread(target=served.run, kwargs={"sockets": [listener]}, daemon=True)
            thread.start()
            address = Address(f"http://127.0.0.1:{listener.getsockname()[1]}")
            try:
                assert address.versions["corpus"] == "c1"
                return address.ask(Turn(text="Bonjour", profile=PROFILE)).observed
            finally:
                address.close()
                served.should_exit = True
                thread.join(10)

    return put


@pytest.fixture
def answer(make_passage, make_body):
    passage = make_passage("Le BTS dure deux ans.", subject="occupation:essai")
    cited = Citation(passage=passage, span=Span(start=0, end=len(passage.text)))
    body = replace(make_body("apec", "Apec"), url="https://exemple.test/apec")
    referral = Referral(
        organisation=body, certainty=Certainty.SETTLED, reason="Cadre.", legal_basis="Art. 1"
    )
    return Answer(
        sentences=(Sentence(text="Deux ans.", citations=(cited,)),),
        completeness=Completeness.PARTIAL,
        missing=(Aspect.PAY,),
        uncovered=("judo",),
        referrals=(referral,),
        suggestions=("Et en alternance ?",),
        understood=PROFILE,
    )


def from_inside(reply: Reply) -> Observed:
    """What the contract can tell of a reply seen in process."""
    inside = observed_of(reply, PROFILE)
    hidden = {"record": "", "passage": None}
    said = tuple(
        one.model_copy(update={"cited": tuple(c.model_copy(update=hidden) for c in one.cited)})
        for one in inside.sentences
    )
    notices = ("ai_generated", *inside.notices)
    return inside.model_copy(update={"sentences": said, "notices": notices, "reason": ""})


def test_an_answer_is_seen_from_outside_as_from_inside(ask, answer):
    assert ask(answer) == from_inside(answer)


def test_a_question_asked_back_is_seen_from_outside_as_from_inside(ask):
    option = Option(label="Salarié", profile=Profile(situation="salarie_prive"))
    asked = Clarification(question="Et vous ?", options=(option,), understood=PROFILE)

    assert ask(asked) == from_inside(asked)


def test_a_refusal_is_seen_from_outside_as_from_inside(ask):
    refused = Declined(reason=DeclineReason.OUT_OF_SCOPE, text="Non.", suggestions=("Et ?",))

    assert ask(refused) == from_inside(refused)
