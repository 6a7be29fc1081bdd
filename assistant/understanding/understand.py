"""Understand one message: a value, explained and testable, not a model call."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.profile import Need, Profile
from assistant.question import Intent, Question, Turn
from assistant.text import fold
from assistant.understanding.cues import Cues
from assistant.understanding.occupations import OccupationNames
from assistant.understanding.places import PlaceNames
from corpus.model.document import Aspect
from corpus.model.territory import Territory

_PRESENTATION: Final = (Aspect.SUMMARY, Aspect.ACCESS, Aspect.PAY)
"""What is told of an occupation when nothing precise is asked."""
_LINK: Final = re.compile(r"(et|ou|mais|sinon|du coup|donc|alors|and|what about)\b")
"""First words of a message that goes on from the one before."""


class PersonReading(Protocol):
    """What a message says of the person."""

    @property
    def profile(self) -> Profile:
        """Return what is stated."""
        ...

    @property
    def needs(self) -> tuple[Need, ...]:
        """Return what the person wants to do."""
        ...


@dataclass(frozen=True, slots=True)
class Understand:
    """Read a turn into a question; earlier messages complete what the last one leaves out."""

    cues: Cues
    occupations: OccupationNames
    places: PlaceNames
    read_person: Callable[[str], PersonReading]

    def __call__(self, turn: Turn) -> Question:
        """Return the question of a turn; any string gives one."""
        question = self._read(turn.text, turn)
        for earlier in reversed(turn.history):
            question = self._completed(question, self._read(earlier, turn))
        return replace(question, profile=turn.profile.completed_by(question.profile))

    def _read(self, text: str, turn: Turn) -> Question:
        """Return what one message says by itself."""
        person = self.read_person(text)
        occupations = self.occupations.read(text)
        intents = set(self.cues.read_intents(text))
        if occupations:
            intents.add(Intent.OCCUPATION)
        place = self.places.read(text)
        return Question(
            text=text,
            search_text=text,
            topic=self.cues.without_asking(text),
            language=turn.language,
            intents=frozenset(intents),
            aspects=self.cues.read_aspects(text) or (_PRESENTATION if occupations else ()),
            occupations=occupations,
            needs=person.needs,
            profile=_placed(person.profile, place),
            place=place or self.places.find(turn.profile.commune),
        )

    @staticmethod
    def _completed(question: Question, earlier: Question) -> Question:
        """Return a question with the person, the place and, in a follow-up, the subject of before.

        The earlier subject is dropped as soon as the message names one of its own.
        """
        profile = question.profile.completed_by(earlier.profile)
        question = replace(question, profile=profile, place=question.place or earlier.place)
        if not _follows_up(question):
            return question
        return replace(
            question,
            search_text=f"{earlier.search_text} {question.search_text}",
            topic=f"{earlier.topic} {question.topic}",
            intents=question.intents | (earlier.intents - {Intent.JUDGEMENT, Intent.SMALL_TALK}),
            occupations=earlier.occupations,
            aspects=question.aspects or earlier.aspects,
            needs=question.needs or earlier.needs,
        )


def _placed(profile: Profile, place: Territory | None) -> Profile:
    """Return a profile with its commune; a department is no commune."""
    if place is None or place.is_department:
        return profile
    return replace(profile, commune=place.code)


def _follows_up(question: Question) -> bool:
    """Return whether a message leans on an earlier one for its subject."""
    if question.occupations or Intent.SMALL_TALK in question.intents:
        return False
    named = question.intents & {Intent.SCHEME, Intent.SPRO}
    return not named or bool(_LINK.match(fold(question.text)))
