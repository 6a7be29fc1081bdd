"""Faults inside the assistant: one of its steps does its work wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from assistant.composition.compose import Compose
from assistant.evidence import Evidence, Hit
from assistant.profile import Need, Profile
from assistant.question import Question, Turn
from assistant.reply import (
    Certainty,
    Citation,
    Crisis,
    Draft,
    DraftSentence,
    Referral,
    Reply,
    Sentence,
)
from assistant.service import Assistant
from corpus.model.document import Passage, Span
from corpus.model.organisation import OrganisationKind
from eval.subjects.base import Subject
from eval.subjects.in_process import InProcess
from eval.subjects.opening import Opened

_DIGIT: Final = str.maketrans("0123456789", "1234567890")
_SWAPPED: Final = ("apec", "avenir_actifs")


def noisy_retriever(opened: Opened) -> Subject:
    """Return the assistant whose retrieval draws passages of any occupation by lot."""
    subjects = [occupation.id for occupation in opened.kb.occupations.all()]
    held = [p for subject in subjects for p in opened.kb.passages.about(subject)]
    return _with(opened.assistant, "noisy-retriever", retrieve=_Noise(held))


def swapped_bodies(opened: Opened) -> Subject:
    """Return the assistant that takes two operators for one another."""
    bodies = {body.id: body for body in opened.kb.organisations.all()}
    one, other = (bodies[key] for key in _SWAPPED)
    swap = {one.id: other, other.id: one}
    refer = opened.assistant.refer

    def swapped(profile: Profile, needs: Sequence[Need], language: str) -> tuple[Referral, ...]:
        named = refer(profile, needs, language)
        return tuple(
            replace(r, organisation=swap.get(r.organisation.id, r.organisation)) for r in named
        )

    return _with(opened.assistant, "swapped-bodies", refer=swapped)


def names_everybody(opened: Opened) -> Subject:
    """Return the assistant that sends everybody to every body."""
    every = tuple(
        Referral(
            organisation=body,
            certainty=Certainty.SETTLED,
            reason=f"{body.short} peut vous aider.",
            legal_basis="aucune",
        )
        for body in opened.kb.organisations.all()
        if body.kind is not OrganisationKind.CRISIS
    )
    return _with(opened.assistant, "names-everybody", refer=lambda *_: every)


def inventive(assistant: Assistant) -> Assistant:
    """Return the assistant whose composer changes every figure, as models do."""
    compose = assistant.compose

    def invent(question: Question, evidence: Evidence) -> Draft:
        draft = compose(question, evidence)
        sentences = tuple(replace(s, text=s.text.translate(_DIGIT)) for s in draft.sentences)
        return replace(draft, sentences=sentences)

    return replace(assistant, compose=invent)


def verifier_off(opened: Opened) -> Subject:
    """Return the assistant that believes an inventive composer."""
    return _with(inventive(opened.assistant), "verifier-off", verify=_believe)


def deaf(opened: Opened) -> Subject:
    """Return the assistant that hears no danger."""
    guard = opened.assistant.guard

    def unheard(turn: Turn) -> Reply | None:
        reply = guard(turn)
        return None if isinstance(reply, Crisis) else reply

    return _with(opened.assistant, "deaf-alarm", guard=unheard)


def never_abstains(opened: Opened) -> Subject:
    """Return the assistant that finds anything worth answering from."""
    compose = opened.assistant.compose
    if not isinstance(compose, Compose):
        msg = f"{compose!r} has no settings to loosen"
        raise TypeError(msg)
    loose = replace(compose, settings=replace(compose.settings, share=0.0))
    return _with(opened.assistant, "never-abstains", answerable=lambda *_: True, compose=loose)


@dataclass(frozen=True, slots=True)
class _Noise:
    """Draws passages by the words of the question, so that two runs agree."""

    held: Sequence[Passage]
    limit: int = 10

    def __call__(self, question: Question) -> Evidence:
        """Return passages that have nothing to do with the question."""
        hits = tuple(self._hit(question.text, place) for place in range(self.limit))
        return Evidence(hits=hits, nearness=1.0, confidence=1.0)

    def _hit(self, text: str, place: int) -> Hit:
        """Return one passage, by lot."""
        lot = int(sha256(f"{place} {text}".encode()).hexdigest()[:8], 16)
        passage = self.held[lot % len(self.held)]
        return Hit(passage=passage, score=1 / (1 + place), ranks={"lot": place + 1})


def _believe(draft: Draft) -> Iterator[object]:
    """Yield every sentence as if it had been checked."""
    return (_believed(sentence) for sentence in draft.sentences)


def _believed(sentence: DraftSentence) -> Sentence:
    """Return a sentence with its citation, never compared with it."""
    start = max(0, sentence.passage.text.find(sentence.quote))
    span = Span(start=start, end=start + len(sentence.quote))
    citation = Citation(passage=sentence.passage, span=span)
    return Sentence(text=sentence.text, citations=(citation,), facts=sentence.facts)


def _with(assistant: Assistant, name: str, **changes: object) -> Subject:
    """Return the assistant with some steps replaced, under the name of the fault."""
    return InProcess(replace(assistant, **changes), name=name)  # type: ignore[arg-type] # steps by name
