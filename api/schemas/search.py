"""What `/v1/search` takes and gives."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from api.schemas.request import Text
from api.schemas.value import DocumentOut, Value
from assistant.evidence import Signal, Why
from assistant.profile import Need
from assistant.question import Intent
from corpus.model.document import Aspect, Kind

LONGEST = 2_000
"""Characters of a message searched."""
MOST = 50
"""Passages given at once."""


def _worded(text: str) -> str:
    """Return the text, or refuse it if there is nothing to search by."""
    if not any(character.isalnum() for character in text):
        kind = "no_word"
        raise PydanticCustomError(kind, "no letter and no digit")
    return text


Message: TypeAlias = Annotated[Text, AfterValidator(_worded)]


class SearchRequest(Value):
    """A message whose passages are wanted."""

    model_config = ConfigDict(extra="forbid")

    q: Message = Field(
        min_length=1, max_length=LONGEST, description="The message, as the person would write it."
    )
    kind: Kind | None = Field(
        default=None, description="Passages of this kind only; their scores are the same without."
    )
    limit: int = Field(default=10, ge=1, le=MOST, description="Passages given at most.")
    explain: bool = Field(
        default=False, description="Tell what makes each score, and what was left out."
    )


class OccupationFound(Value):
    """An occupation the message names, or seems to mean."""

    id: str
    label: str
    rome: list[str]
    name: str = Field(description="The name of ours that matched, as names are compared.")
    score: float = Field(description="How sure the match is, 0 to 1.")
    named: bool = Field(description="Whether the message says the name; else it is a guess.")


class PlaceFound(Value):
    """A commune or a department of Normandy."""

    code: str = Field(description="INSEE code.")
    name: str
    department: str


class UnderstoodOut(Value):
    """What was read of the message."""

    intents: list[Intent]
    aspects: list[Aspect]
    occupations: list[OccupationFound] = Field(description="Likeliest first.")
    place: PlaceFound | None
    language: str
    search_text: str = Field(description="What is searched by meaning.")
    needs: list[Need]


class PassageFound(Value):
    """A passage as it is stored, with its score."""

    id: str
    kind: Kind
    subject: str
    aspect: Aspect
    title: str
    heading: list[str]
    text: str
    source: DocumentOut
    locator: str
    score: float


class SignalOut(Value):
    """What one signal adds to a score, and why."""

    weight: float = Field(description="Added to the score; below 0 it speaks against.")
    reason: str = Field(description="A sentence in French.")


class NearestQuestion(Value):
    """The question of a passage nearest to the message."""

    question: str
    nearness: float = Field(description="Cosine, -1 to 1.")
    answer: str = Field(description="The words of the passage that answer it.")


class PassageExplained(PassageFound):
    """A passage, and what makes its score."""

    signals: dict[Signal, SignalOut] = Field(description="They add up to the score.")
    ranks: dict[str, int] = Field(description="Its place in each list that found it, from 1.")
    nearest: NearestQuestion | None = Field(description="Null when none of its questions is near.")


class PassageRejected(PassageExplained):
    """A passage left out."""

    why: Why
    reason: str = Field(description="A sentence in French.")


class SearchReply(Value):
    """Passages best first, and what they were looked for by."""

    query: str = Field(description="The message without what a reader can't see.")
    understood: UnderstoodOut
    confidence: float = Field(description="Probability that the records answer, 0 to 1.")
    answerable: bool = Field(description="Whether the service would compose from these.")
    results: tuple[PassageFound, ...]


class SearchExplained(SearchReply):
    """The same with `explain=1`."""

    results: tuple[PassageExplained, ...]
    rejected: tuple[PassageRejected, ...] = Field(description="All of them, best first.")
