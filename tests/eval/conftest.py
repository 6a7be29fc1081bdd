"""A subject that answers what a test wants, and items of our own."""

from dataclasses import dataclass, field

import pytest

from assistant.evidence import Evidence
from assistant.question import Question, Turn
from assistant.reply import Certainty, Crisis, Declined, DeclineReason, Referral, Referred, Reply
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence
from eval.data.item import Item

DECLINED = Declined(reason=DeclineReason.OUT_OF_SCOPE, text="non")


@dataclass
class FakeSubject:
    """Gives the same reply, question and evidence to every turn."""

    said: Reply = DECLINED
    read: Question = field(default_factory=lambda: Question(text="", search_text=""))
    found: Evidence = field(default_factory=lambda: Evidence(hits=()))

    def reply(self, turn: Turn) -> Reply:  # noqa: ARG002 # as the port has it
        return self.said

    def understand(self, turn: Turn) -> Question:  # noqa: ARG002 # as the port has it
        return self.read

    def retrieve(self, question: Question) -> Evidence:  # noqa: ARG002 # as the port has it
        return self.found


@pytest.fixture
def subject():
    return FakeSubject


@pytest.fixture
def make_item():
    def make(text="bonjour", **expected):
        return Item(
            id="essai-0001",
            text=text,
            history=(),
            language="fr",
            public="adulte",
            department="",
            theme="metier",
            register="standard",
            difficulty="easy",
            expected=expected,
            origin="essai",
            review="draft",
        )

    return make


@pytest.fixture
def make_referral():
    def make(key):
        body = Organisation(
            id=key,
            name=key,
            short=key,
            kind=OrganisationKind.CEP,
            status="",
            who="",
            legal_basis=(),
            confidence=Confidence.PRIMARY,
            verified="2026-11-22",
        )
        certainty = Certainty.SETTLED
        return Referral(organisation=body, certainty=certainty, reason="r", legal_basis="l")

    return make


@pytest.fixture
def referred(make_referral):
    return lambda *keys: Referred(referrals=tuple(make_referral(key) for key in keys))


@pytest.fixture
def crisis(make_referral):
    return lambda *keys: Crisis(text="aide", referrals=tuple(make_referral(key) for key in keys))
