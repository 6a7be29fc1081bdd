"""What a turn yields: a draft is unchecked, an answer is checked and always cited."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from assistant.profile import UNKNOWN, Profile
from corpus.model.document import Aspect, Passage, Span
from corpus.model.fact import Fact
from corpus.model.organisation import Organisation


class Completeness(StrEnum):
    """How much of what was asked is answered."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


class Certainty(StrEnum):
    """Whether the law settles that a body serves the person, or the body decides."""

    SETTLED = "settled"
    TO_CHECK = "to_check"


class DeclineReason(StrEnum):
    """Why no answer is given; each has its fixed wording."""

    OUT_OF_SCOPE = "out_of_scope"
    NOTHING_RELIABLE = "nothing_reliable"
    SMALL_TALK = "small_talk"
    INJECTION = "injection"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """An unchecked sentence with the words it claims as proof and the facts it puts into words."""

    text: str
    passage: Passage
    quote: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An unchecked answer; never shown."""

    sentences: tuple[DraftSentence, ...]
    missing: tuple[Aspect, ...] = ()
    """What was asked and not found."""
    uncovered: tuple[str, ...] = ()
    """Words of the question that no sentence is about, those that may be said again."""
    partial: bool = False
    """Whether something of the question is left, told or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words found literally in a stored passage."""

    passage: Passage
    span: Span

    @property
    def quote(self) -> str:
        """Return the quoted words."""
        return self.span.of(self.passage.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A checked sentence."""

    text: str
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a sentence without proof."""
        if not self.citations:
            msg = "a checked sentence needs at least one citation"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A body that serves the person, and why."""

    organisation: Organisation
    certainty: Certainty
    reason: str
    legal_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A possible reply to our question: what is shown, and the profile it stands for."""

    label: str
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A checked answer."""

    sentences: tuple[Sentence, ...]
    completeness: Completeness
    missing: tuple[Aspect, ...] = ()
    uncovered: tuple[str, ...] = ()
    """Words of the question that no sentence is about."""
    referrals: tuple[Referral, ...] = ()
    suggestions: tuple[str, ...] = ()
    understood: Profile = UNKNOWN
    notices: tuple[str, ...] = ()
    """Keys of the wording table."""

    def __post_init__(self) -> None:
        """Refuse an answer that says nothing."""
        if not self.sentences:
            msg = "an answer needs at least one checked sentence"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """One question, because the answer depends on it."""

    question: str
    options: tuple[Option, ...]
    sentences: tuple[Sentence, ...] = ()
    referrals: tuple[Referral, ...] = ()
    understood: Profile = UNKNOWN
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """The person is sent to the bodies that serve them."""

    referrals: tuple[Referral, ...]
    sentences: tuple[Sentence, ...] = ()
    understood: Profile = UNKNOWN
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a referral to nobody."""
        if not self.referrals:
            msg = "a referral names at least one body"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """No answer is given; the fixed wording says why and how to go on."""

    reason: DeclineReason
    text: str
    referrals: tuple[Referral, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """Help lines first, in fixed wording."""

    text: str
    referrals: tuple[Referral, ...]
    topics: tuple[str, ...] = field(default=())
    """Kinds of danger recognised; never logged with text."""


Reply: TypeAlias = Answer | Clarification | Referred | Declined | Crisis
