"""One reply as anybody outside sees it, whoever gave it: the service, an address, another chat."""

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

Known: TypeAlias = Mapping[str, str | int | bool]
"""What is known of a person, by field of the public contract; an absent field is unknown."""


class Value(BaseModel):
    """A value once built does not change; it is written and read as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cited(Value):
    """Words a sentence claims as its proof."""

    quote: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str | None = None
    locator: str = ""
    record: str = ""
    """`subject#aspect` of the record quoted; empty when the subject does not tell."""
    passage: str | None = None
    """Text of the stored passage; `None` when the subject does not show it."""


class Said(Value):
    """A sentence shown; fixed wording cites nothing."""

    text: str
    cited: tuple[Cited, ...] = ()


class GivenFact(Value):
    """A typed, dated value shown."""

    subject: str
    property: str
    value: str
    unit: str = ""
    period: str = ""
    scope: str = ""


class NamedBody(Value):
    """A body the person is sent to."""

    organisation: str
    name: str = ""
    kind: str = ""
    certainty: str = ""
    reason: str = ""
    legal_basis: str = ""
    phone: str | None = None
    url: str | None = None


class Choice(Value):
    """A possible reply to a question asked back, and what it says of the person."""

    label: str
    profile: Known = {}


class AskedBack(Value):
    """The one question the answer depends on."""

    question: str
    options: tuple[Choice, ...] = ()


class Observed(Value):
    """A whole reply."""

    outcome: str | None
    """As the public contract names it; `None` when the subject has no such notion."""
    completeness: str | None = None
    sentences: tuple[Said, ...] = ()
    facts: tuple[GivenFact, ...] = ()
    bodies: tuple[NamedBody, ...] = ()
    asked: AskedBack | None = None
    understood: Known | None = None
    missing: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    reason: str = ""
    """Why the reply is a refusal, where the subject tells."""

    @property
    def text(self) -> str:
        """Return what a person reads as the reply itself."""
        asked = (self.asked.question,) if self.asked else ()
        return "\n".join((*(said.text for said in self.sentences), *asked))

    @property
    def shown(self) -> str:
        """Return every word of the reply: bodies, choices, gaps and suggestions included."""
        bodies = (f"{body.name} {body.reason} {body.legal_basis}" for body in self.bodies)
        choices = (choice.label for choice in self.asked.options) if self.asked else ()
        return "\n".join((self.text, *bodies, *choices, *self.missing, *self.suggestions))

    @property
    def quotes(self) -> tuple[Cited, ...]:
        """Return every citation, in the order of the sentences."""
        return tuple(cited for said in self.sentences for cited in said.cited)

    @property
    def body_ids(self) -> frozenset[str]:
        """Return the ids of the bodies named."""
        return frozenset(body.organisation for body in self.bodies)
