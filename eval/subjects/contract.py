"""The public contract of `/v1/chat` read from outside, as any client would read it."""

import json
from collections.abc import Mapping
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.question import Turn
from eval.subjects.base import SubjectError
from eval.trace.observed import (
    AskedBack,
    Choice,
    Cited,
    GivenFact,
    Known,
    NamedBody,
    Observed,
    Said,
)

_OTHER: Final = "other"
_QUOTE_MARKS: Final = "«»“” \u00a0\u202f"


class _Read(BaseModel):
    """Fields of the contract we read; others are ignored, a missing one is refused."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Sentence(_Read):
    text: str
    citations: tuple[str, ...]


class _Source(_Read):
    id: str
    title: str
    publisher: str
    url: str | None
    published: str
    quote: str
    locator: str


class _Fact(_Read):
    subject: str
    property: str
    value: str
    unit: str
    period: str
    scope: str


class _Referral(_Read):
    organisation: str
    name: str
    kind: str
    certainty: str
    reason: str
    legal_basis: str
    phone: str | None
    url: str | None


class _Option(_Read):
    label: str
    profile: Mapping[str, str | int | bool | None]


class _Clarification(_Read):
    question: str
    options: tuple[_Option, ...]


class _Notice(_Read):
    code: str


class _Missing(_Read):
    aspect: str
    label: str


class ContractReply(_Read):
    """A whole reply; the last three fields came after version 1 and may be absent."""

    outcome: Literal["answered", "clarify", "referred", "declined", "crisis"]
    completeness: Literal["complete", "partial", "none"]
    sentences: tuple[_Sentence, ...]
    sources: tuple[_Source, ...]
    facts: tuple[_Fact, ...]
    referrals: tuple[_Referral, ...]
    clarification: _Clarification | None
    notices: tuple[_Notice, ...]
    versions: Mapping[str, str]
    understood: Mapping[str, str | int | bool | None] | None = None
    missing: tuple[_Missing, ...] = ()
    suggestions: tuple[str, ...] = ()


def request_of(turn: Turn, profile: Known) -> dict[str, Any]:
    """Return a turn as `/v1/chat` takes it; `profile` holds what is known only."""
    messages = [{"role": "user", "content": text} for text in (*turn.history, turn.text)]
    return {
        "messages": messages,
        "profile": dict(profile),
        "language": turn.language,
        "simplified": turn.simplified,
    }


def reply_of(body: bytes) -> ContractReply:
    """Return a reply read from JSON.

    Raises:
        SubjectError: naming each field that is missing or wrong.
    """
    try:
        return ContractReply.model_validate(json.loads(body))
    except ValidationError as error:
        raise SubjectError(_faults(error)) from error
    except ValueError as error:
        msg = f"the reply is not JSON: {error}"
        raise SubjectError(msg) from error


def observed_of(reply: ContractReply) -> Observed:
    """Return a reply; SubjectError when a sentence cites a source that is not given."""
    sources = {source.id: _cited(source) for source in reply.sources}
    return Observed(
        outcome=reply.outcome,
        completeness=reply.completeness,
        sentences=tuple(_said(sentence, sources) for sentence in reply.sentences),
        facts=tuple(GivenFact(**fact.model_dump()) for fact in reply.facts),
        bodies=tuple(NamedBody(**referral.model_dump()) for referral in reply.referrals),
        asked=_asked(reply.clarification) if reply.clarification else None,
        understood=_known(reply.understood) if reply.understood is not None else None,
        missing=tuple(_lacking(one) for one in reply.missing),
        notices=tuple(notice.code for notice in reply.notices),
        suggestions=reply.suggestions,
    )


def _said(sentence: _Sentence, sources: Mapping[str, Cited]) -> Said:
    """Return a sentence with the words it cites."""
    lost = [id_ for id_ in sentence.citations if id_ not in sources]
    if lost:
        msg = f"a sentence cites {lost}, absent from `sources`"
        raise SubjectError(msg)
    return Said(text=sentence.text, cited=tuple(sources[id_] for id_ in sentence.citations))


def _cited(source: _Source) -> Cited:
    """Return a source; the contract shows neither the passage nor the record."""
    return Cited(
        quote=source.quote,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        locator=source.locator,
    )


def _asked(clarification: _Clarification) -> AskedBack:
    """Return the question asked back."""
    options = (Choice(label=o.label, profile=_known(o.profile)) for o in clarification.options)
    return AskedBack(question=clarification.question, options=tuple(options))


def _known(profile: Mapping[str, str | int | bool | None]) -> Known:
    """Return the fields of a profile that are known."""
    return {name: value for name, value in profile.items() if value is not None}


def _lacking(missing: _Missing) -> str:
    """Return what was not found: an aspect, or the word of the question nothing answers."""
    return missing.label.strip(_QUOTE_MARKS) if missing.aspect == _OTHER else missing.aspect


def _faults(error: ValidationError) -> str:
    """Return each field at fault, with what is wrong."""
    faults = (
        f"`{'.'.join(str(part) for part in fault['loc'])}`: {fault['msg']}"
        for fault in error.errors(include_url=False, include_input=False)
    )
    return f"not the contract: {', '.join(faults)}"
