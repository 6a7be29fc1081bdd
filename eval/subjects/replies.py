"""The assistant's own types, as anybody outside sees them."""

from collections.abc import Iterable
from dataclasses import asdict

from assistant.profile import UNKNOWN, Profile
from assistant.question import Question
from assistant.reply import (
    Answer,
    Citation,
    Clarification,
    Crisis,
    Declined,
    Referral,
    Referred,
    Reply,
    Sentence,
)
from corpus.model.document import Passage
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
from eval.trace.trace import Read, ReadOccupation


def observed_of(reply: Reply, profile: Profile = UNKNOWN) -> Observed:
    """Return a reply; `profile` is what the person sent, shown where nothing more was read."""
    match reply:
        case Answer():
            return Observed(
                outcome="answered",
                completeness=reply.completeness.value,
                missing=(*reply.missing, *reply.uncovered),
                suggestions=reply.suggestions,
                notices=reply.notices,
                sentences=_said(reply.sentences),
                facts=_facts(reply.sentences),
                bodies=_bodies(reply.referrals),
                understood=known(reply.understood),
            )
        case Clarification():
            return _told("clarify", reply).model_copy(update={"asked": _asked(reply)})
        case Referred():
            return _told("referred", reply)
        case Declined():
            return Observed(
                outcome="declined",
                completeness="none",
                sentences=_fixed(reply.text),
                bodies=_bodies(reply.referrals),
                suggestions=reply.suggestions,
                reason=reply.reason.value,
                understood=known(profile),
            )
        case Crisis():
            return Observed(
                outcome="crisis",
                completeness="none",
                sentences=_fixed(reply.text),
                bodies=_bodies(reply.referrals),
                reason=" ".join(reply.topics),
                understood=known(profile),
            )


def read_of(question: Question) -> Read:
    """Return what was understood of a message."""
    return Read(
        occupations=tuple(
            ReadOccupation(
                id=match.occupation.id,
                label=match.occupation.label,
                rome=tuple(match.occupation.rome),
                score=match.score,
            )
            for match in question.occupations
        ),
        place=question.place.code if question.place else "",
        profile=known(question.profile),
        needs=tuple(question.needs),
        intents=tuple(sorted(question.intents)),
        search_text=question.search_text,
    )


def known(profile: Profile) -> Known:
    """Return the fields of a profile that are known."""
    return {name: value for name, value in asdict(profile).items() if value is not None}


def record_of(passage: Passage) -> str:
    """Return the record a passage belongs to, as data sets name it."""
    return f"{passage.subject}#{passage.aspect}"


def _told(outcome: str, reply: Clarification | Referred) -> Observed:
    """Return a reply that sends somebody on, with what it cites on the way."""
    return Observed(
        outcome=outcome,
        completeness="partial" if reply.sentences else "none",
        notices=reply.notices,
        sentences=_said(reply.sentences),
        facts=_facts(reply.sentences),
        bodies=_bodies(reply.referrals),
        understood=known(reply.understood),
    )


def _asked(reply: Clarification) -> AskedBack:
    """Return the question asked back, with what each choice says of the person."""
    choices = (Choice(label=o.label, profile=known(o.profile)) for o in reply.options)
    return AskedBack(question=reply.question, options=tuple(choices))


def _said(sentences: Iterable[Sentence]) -> tuple[Said, ...]:
    """Return checked sentences with their citations."""
    return tuple(
        Said(text=sentence.text, cited=tuple(_cited(c) for c in sentence.citations))
        for sentence in sentences
    )


def _cited(citation: Citation) -> Cited:
    """Return a citation with the passage it stands in."""
    passage, reference = citation.passage, citation.passage.reference
    return Cited(
        quote=citation.quote,
        title=reference.title,
        publisher=reference.publisher,
        published=reference.published,
        url=reference.url,
        locator=passage.locator,
        record=record_of(passage),
        passage=passage.text,
    )


def _facts(sentences: Iterable[Sentence]) -> tuple[GivenFact, ...]:
    """Return the typed facts of sentences, each once."""
    facts = {fact.id: fact for sentence in sentences for fact in sentence.facts}
    return tuple(
        GivenFact(
            subject=fact.subject,
            property=fact.property.value,
            value=fact.value,
            unit=fact.unit,
            period=fact.period,
            scope=fact.scope,
        )
        for fact in facts.values()
    )


def _bodies(referrals: Iterable[Referral]) -> tuple[NamedBody, ...]:
    """Return the bodies named."""
    return tuple(
        NamedBody(
            organisation=referral.organisation.id,
            name=referral.organisation.name,
            kind=referral.organisation.kind.value,
            certainty=referral.certainty.value,
            reason=referral.reason,
            legal_basis=referral.legal_basis,
            phone=referral.organisation.phone,
            url=referral.organisation.url,
        )
        for referral in referrals
    )


def _fixed(text: str) -> tuple[Said, ...]:
    """Return fixed wording, a sentence a line; it proves nothing and cites nothing."""
    return tuple(Said(text=line.strip()) for line in text.splitlines() if line.strip())
