"""The one question worth asking: the first unknown whose answer would change the referral."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from assistant.profile import Need, Profile
from assistant.referral.evaluate import evaluate
from assistant.referral.situations import load_situations
from corpus.model.referral import Rule

_SILENCE: Final = "prefere_ne_pas_dire"


class QuestionKey(StrEnum):
    """What may be asked, in the order it is tried; never disability, which is health data."""

    SITUATION = "situation"
    JOB_SEEKING = "job_seeking"
    EXECUTIVE = "executive"
    AGE = "age"

    @property
    def wording(self) -> str:
        """Return the key of the question's sentence."""
        return f"question.{self.value}"


_OF_DETAIL: Final = (QuestionKey.JOB_SEEKING, QuestionKey.EXECUTIVE, QuestionKey.AGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A reply to a question: the key of its label, and the profile it stands for."""

    wording: str
    profile: Profile


def _choice(question: QuestionKey, name: str, profile: Profile) -> Choice:
    """Return a choice whose label key is made of the question and its name."""
    return Choice(wording=f"{question.wording}.{name}", profile=profile)


def _situation(profile: Profile) -> Choice:
    """Return the choice of a situation."""
    return _choice(QuestionKey.SITUATION, profile.situation or "", profile)


CHOICES: Final[Mapping[QuestionKey, tuple[Choice, ...]]] = {
    QuestionKey.SITUATION: (
        _situation(Profile(situation="salarie_prive", employed=True, sector="prive")),
        _situation(
            Profile(situation="demandeur_emploi", employed=False, job_seeking=True, sector="aucun")
        ),
        _situation(
            Profile(
                situation="independant", employed=True, sector="independant", executive="sans_objet"
            )
        ),
        _situation(Profile(situation="agent_public", employed=True, sector="public")),
        _situation(
            Profile(situation="etudiant", employed=False, job_seeking=False, sector="aucun")
        ),
        _situation(Profile(situation="lyceen", employed=False, job_seeking=False, sector="aucun")),
        _situation(Profile(situation=_SILENCE)),
    ),
    QuestionKey.JOB_SEEKING: (
        _choice(QuestionKey.JOB_SEEKING, "oui", Profile(job_seeking=True)),
        _choice(QuestionKey.JOB_SEEKING, "non", Profile(job_seeking=False)),
    ),
    QuestionKey.EXECUTIVE: (
        _choice(QuestionKey.EXECUTIVE, "oui", Profile(executive="oui")),
        _choice(QuestionKey.EXECUTIVE, "non", Profile(executive="non")),
    ),
    QuestionKey.AGE: (),
}
"""Replies offered; none for the age, which is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextQuestion:
    """Find what to ask by trying every reply on the rules."""

    rules: Sequence[Rule]

    def __call__(self, profile: Profile, needs: Sequence[Need]) -> QuestionKey | None:
        """Return the first unknown that changes the bodies; `None` when no question would.

        Who prefers not to say is asked nothing more.
        """
        if profile.situation == _SILENCE:
            return None
        if profile.situation is None and self._splits(profile, needs, QuestionKey.SITUATION):
            return QuestionKey.SITUATION
        known = load_situations().complete(profile)
        for question in _OF_DETAIL:
            unknown = getattr(known, question.value) is None
            if unknown and self._splits(known, needs, question):
                return question
        return None

    def _replies(self, question: QuestionKey) -> tuple[Profile, ...]:
        """Return the replies that may be given to a question."""
        if question is QuestionKey.AGE:
            return tuple(Profile(age=age) for age in self._ages())
        return tuple(choice.profile for choice in CHOICES[question])

    def _ages(self) -> list[int]:
        """Return one age on each side of every bound the rules draw."""
        lows = {r.when.age_min for r in self.rules if r.when.age_min is not None}
        after = {r.when.age_max + 1 for r in self.rules if r.when.age_max is not None}
        return sorted({0, *lows, *after})

    def _splits(self, profile: Profile, needs: Sequence[Need], question: QuestionKey) -> bool:
        """Return whether two replies lead to different bodies."""
        complete = load_situations().complete
        outcomes = [
            evaluate(self.rules, complete(profile.completed_by(reply)), needs).bodies
            for reply in self._replies(question)
        ]
        return any(one != other for one, other in pairwise(outcomes))
