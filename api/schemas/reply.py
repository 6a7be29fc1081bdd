"""What `/v1/chat` answers; names are those of the public contract."""

from typing import Literal, TypeAlias

from pydantic import Field

from api.schemas.value import DocumentOut, Value

Outcome: TypeAlias = Literal["answered", "clarify", "referred", "declined", "crisis"]


class StatusOut(Value):
    """A step begins."""

    step: str


class SentenceOut(Value):
    """A sentence with the ids of its sources; fixed wording has none."""

    text: str
    citations: list[str]


class SourceOut(DocumentOut):
    """Quoted words and the document they come from."""

    id: str
    quote: str = Field(description="Stands literally in the stored passage.")
    locator: str


class FactOut(Value):
    """One dated value, with the source that states it."""

    subject: str
    property: str
    value: str
    unit: str
    period: str
    scope: str
    source: str
    label: str = Field(description="The property in words.")
    display: str = Field(description="The value and its unit in words.")
    valid_until: str = ""


class OfficeOut(Value):
    """A place where a body receives people."""

    name: str
    address: str
    commune: str
    distance_km: float | None = None
    verified: str


class ReferralOut(Value):
    """A body that serves the person, and why."""

    organisation: str
    name: str
    kind: str
    certainty: str
    reason: str
    legal_basis: str
    phone: str | None
    url: str | None
    hours: str | None
    verified: str
    offices: list[OfficeOut] = Field(default=[])


class ProfileOut(Value):
    """What was understood of the person; null is unknown."""

    situation: str | None = None
    age: int | None = None
    executive: str | None = None
    disability: str | None = None
    employed: bool | None = None
    job_seeking: bool | None = None
    sector: str | None = None
    commune: str | None = None


class OptionOut(Value):
    """A possible reply to our question, with the profile to send back."""

    label: str
    profile: ProfileOut


class ClarificationOut(Value):
    """One question, because the answer depends on it."""

    question: str
    options: list[OptionOut]


class NoticeOut(Value):
    """Something to know about the reply."""

    code: str
    text: str


class MissingOut(Value):
    """What was asked and not found."""

    aspect: str
    label: str


class VersionsOut(Value):
    """What the reply was made with."""

    corpus: str
    rules: str
    prompts: str
    model: str


class ChatReply(Value):
    """The whole reply to a message."""

    id: str
    outcome: Outcome
    completeness: Literal["complete", "partial", "none"] = Field(
        description="For `clarify`, `referred`: `partial` if something cited is said, else `none`."
    )
    sentences: list[SentenceOut]
    sources: list[SourceOut]
    facts: list[FactOut]
    referrals: list[ReferralOut]
    clarification: ClarificationOut | None
    notices: list[NoticeOut]
    versions: VersionsOut
    understood: ProfileOut
    missing: list[MissingOut]
    suggestions: list[str]
