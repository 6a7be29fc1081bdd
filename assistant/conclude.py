"""The end of a turn: which kind of reply what was found makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.evidence import Evidence
from assistant.profile import Need, Profile
from assistant.question import Intent, Question
from assistant.reply import (
    Answer,
    Clarification,
    Completeness,
    Declined,
    DeclineReason,
    Draft,
    Option,
    Referral,
    Referred,
    Reply,
    Sentence,
)
from assistant.wording import wording
from corpus.model.document import Aspect, Kind
from corpus.model.unanswerable import Beyond

SUBJECTS: Final = frozenset(
    {Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.BECOME, Intent.SUBJECT}
)
"""Intents that belong to first-level information."""
_DEPENDING: Final = frozenset({Need.FUND, Need.RETRAIN})
"""Needs that have no answer without the person's situation."""
_SUPPORTED: Final = frozenset({Need.RETRAIN, Need.DROPOUT})
"""Needs that call for support rather than for a text."""
_SUGGESTED: Final = (Aspect.ACCESS, Aspect.PAY, Aspect.TASKS, Aspect.CONDITIONS, Aspect.OUTLETS)
_SUGGESTIONS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the steps of a turn brought."""

    question: Question
    evidence: Evidence
    draft: Draft
    sentences: tuple[Sentence, ...]
    referrals: tuple[Referral, ...]
    named: tuple[Referral, ...] = ()
    """Records of the bodies the message names."""
    weary: bool = False
    """Whether the person sounds tired or sad, without danger."""


_FAR: Final = 0.1
"""Probability that records answer under which a message may be none of ours."""
_KINDS: Final[Mapping[Beyond, DeclineReason]] = {
    Beyond.OUT_OF_SCOPE: DeclineReason.OUT_OF_SCOPE,
    Beyond.GIBBERISH: DeclineReason.OUT_OF_SCOPE,
    Beyond.SMALL_TALK: DeclineReason.SMALL_TALK,
}

AskBack = Callable[[Profile, Sequence[Need], str], tuple[str, tuple[Option, ...]] | None]
"""Gives the one question whose answer would change the referral, with its options."""


@dataclass(frozen=True, slots=True)
class Conclude:
    """Choose the kind of reply."""

    ask_back: AskBack

    def __call__(self, found: Found) -> Reply:
        """Return the reply; it never says more than the checked sentences and the rules do."""
        question = found.question
        if only_greets(question):
            return _declined(found, DeclineReason.SMALL_TALK)
        if not found.sentences and (reason := _of_another_kind(found)):
            return _declined(found, reason)
        if _beyond_first_level(question):
            return self._beyond(found)
        if found.sentences:
            return _answer(found, ())
        if question.intents & SUBJECTS or question.needs or question.profile.situation:
            return _declined(found, DeclineReason.NOTHING_RELIABLE)
        return _declined(found, DeclineReason.OUT_OF_SCOPE)

    def _beyond(self, found: Found) -> Reply:
        """Return the reply to a person who needs somebody: a question back, bodies, or both."""
        question = found.question
        precise = _is_precise(found)
        asked = None if precise else self._ask(question)
        if asked:
            return Clarification(
                question=asked[0],
                options=asked[1],
                sentences=found.sentences,
                referrals=found.referrals,
                understood=question.profile,
                notices=_notices(found),
            )
        if precise or (found.sentences and not wants_somebody(question)):
            return _answer(found, found.referrals)
        if found.referrals:
            return Referred(
                referrals=found.referrals,
                sentences=found.sentences,
                understood=question.profile,
                notices=("referred", *_notices(found)),
            )
        return _declined(found, DeclineReason.NOTHING_RELIABLE)

    def _ask(self, question: Question) -> tuple[str, tuple[Option, ...]] | None:
        """Return the question to put first, when the answer hangs on an unknown situation."""
        named = question.intents & {Intent.SCHEME, Intent.OCCUPATION}
        personal = bool(_DEPENDING & set(question.needs)) and not named
        depends = personal or Intent.WHOM_TO_SEE in question.intents
        if not depends or question.profile.situation is not None:
            return None
        return self.ask_back(question.profile, question.needs, question.language)


def _is_precise(found: Found) -> bool:
    """Return whether a precise question was asked and is answered: no body need come first."""
    asked = found.evidence.answers_it and Intent.WHOM_TO_SEE not in found.question.intents
    if not asked or not found.sentences:
        return False
    return found.evidence.hits[0].passage.kind is not Kind.ORGANISATION


def _of_another_kind(found: Found) -> DeclineReason | None:
    """Return why a message is none of ours: far from what records answer, near what they don't."""
    if found.evidence.confidence >= _FAR or Intent.WHOM_TO_SEE in found.question.intents:
        return None
    return _KINDS.get(found.evidence.beyond) if found.evidence.beyond else None


def only_greets(question: Question) -> bool:
    """Return whether the message asks nothing."""
    return Intent.SMALL_TALK in question.intents and not question.intents & SUBJECTS


def wants_somebody(question: Question) -> bool:
    """Return whether the person asks whom to see, or tells a plan that calls for support."""
    planned = question.profile.situation is not None and bool(_SUPPORTED & set(question.needs))
    named = question.intents & {Intent.SCHEME, Intent.OCCUPATION}
    return Intent.WHOM_TO_SEE in question.intents or (planned and not named)


def _beyond_first_level(question: Question) -> bool:
    """Return whether the person asks for somebody, or for what only a counsellor can give."""
    personal = any(need is not Need.INFORM for need in question.needs)
    judged = Intent.JUDGEMENT in question.intents and bool(question.intents & SUBJECTS)
    # Who tells their situation without asking about an occupation asks for themselves.
    told = question.profile.situation is not None and Intent.OCCUPATION not in question.intents
    return personal or judged or told or Intent.WHOM_TO_SEE in question.intents


def _answer(found: Found, referrals: tuple[Referral, ...]) -> Answer:
    """Return the checked sentences, saying what was asked and not found."""
    missing, uncovered = found.draft.missing, found.draft.uncovered
    whole = not missing and not found.draft.partial
    return Answer(
        sentences=found.sentences,
        completeness=Completeness.COMPLETE if whole else Completeness.PARTIAL,
        missing=missing,
        uncovered=uncovered,
        referrals=_once((*referrals, *_asked_about(found))),
        suggestions=_suggestions(found),
        understood=found.question.profile,
        notices=_notices(found),
    )


def _asked_about(found: Found) -> tuple[Referral, ...]:
    """Return the bodies asked about; for a person's own case the rules alone decide."""
    return found.named if found.question.profile.situation is None else ()


def _once(referrals: Sequence[Referral]) -> tuple[Referral, ...]:
    """Return each body once, under the first reason given."""
    by_id: dict[str, Referral] = {}
    for referral in referrals:
        by_id.setdefault(referral.organisation.id, referral)
    return tuple(by_id.values())


def _notices(found: Found) -> tuple[str, ...]:
    """Return the keys of what must be said beside the reply."""
    due = {
        "soft": found.weary,
        "judgement": Intent.JUDGEMENT in found.question.intents,
        "sources_french": found.question.language != "fr" and bool(found.sentences),
    }
    return tuple(key for key, holds in due.items() if holds)


def _declined(found: Found, reason: DeclineReason) -> Declined:
    """Return the fixed wording of a refusal, with a way on."""
    words = wording(found.question.language)
    return Declined(
        reason=reason,
        text=words(f"decline.{reason}"),
        referrals=found.referrals if reason is DeclineReason.NOTHING_RELIABLE else (),
        suggestions=tuple(words(f"suggestion.example_{n}") for n in (1, 2, 3)),
    )


def _suggestions(found: Found) -> tuple[str, ...]:
    """Return next questions the subject's own sheet can answer."""
    question, evidence = found.question, found.evidence
    if len(evidence.subjects) != 1:
        return ()
    held = {hit.passage.aspect for hit in evidence.hits if hit.passage.subject in evidence.subjects}
    words = wording(question.language)
    name = question.named[0].occupation.label
    label = name[:1].upper() + name[1:]
    return tuple(
        words(f"suggestion.{aspect}", label=label)
        for aspect in _SUGGESTED
        if aspect in held and aspect not in question.aspects
    )[:_SUGGESTIONS]
