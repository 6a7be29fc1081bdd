"""Understand one message: a value, explained and testable, not a model call."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.profile import UNKNOWN, Need, Profile
from assistant.question import Intent, Question, Turn
from assistant.text import fold
from assistant.understanding.cues import Cues
from assistant.understanding.occupations import OccupationNames
from assistant.understanding.places import PlaceNames
from corpus.model.document import Aspect
from corpus.model.territory import Territory

_PRESENTATION: Final = (Aspect.SUMMARY, Aspect.ACCESS, Aspect.PAY)
"""What is told of an occupation when nothing precise is asked."""
_REMEMBERED: Final = 6
"""Earlier messages read, the latest ones."""
_LONGEST: Final = 1_000
"""Characters read of an earlier message."""
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
    without_asides: Callable[[str], str]
    """Takes out what tells only who asks."""

    def __call__(self, turn: Turn) -> Question:
        """Return the question of a turn; any string gives one.

        Within a conversation, what the message states wins over the profile sent, which tells
        what was understood before. In a first message the profile sent is a correction, and wins.
        """
        question = self._read(turn.text, turn)
        for earlier in reversed(turn.history[-_REMEMBERED:]):
            question = self._completed(question, self._read(earlier[:_LONGEST], turn))
        stated, sent = question.profile, turn.profile
        profile = _updated(stated, sent) if turn.history else _updated(sent, stated)
        return replace(question, profile=profile)

    def _read(self, text: str, turn: Turn) -> Question:
        """Return what one message says by itself."""
        person = self.read_person(text)
        occupations = self.occupations.read(text)
        intents = set(self.cues.read_intents(text))
        if occupations:
            intents.add(Intent.OCCUPATION)
        place = self.places.read(text)
        asked = self.without_asides(text)
        return Question(
            text=text,
            asked=asked,
            search_text=asked,
            topic=self.cues.without_asking(asked),
            core=self.cues.without_aspects(asked),
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
        profile = _updated(question.profile, earlier.profile)
        question = replace(question, profile=profile, place=question.place or earlier.place)
        if not _follows_up(question):
            return question
        return replace(
            question,
            search_text=f"{earlier.search_text} {question.search_text}",
            topic=f"{earlier.topic} {question.topic}",
            core=f"{earlier.core} {question.core}",
            intents=question.intents | (earlier.intents - {Intent.JUDGEMENT, Intent.SMALL_TALK}),
            occupations=earlier.occupations,
            aspects=question.aspects or earlier.aspects,
            needs=question.needs or earlier.needs,
        )


def _updated(newer: Profile, older: Profile) -> Profile:
    """Return a profile completed by an older one; a new situation undoes what hung on the old."""
    if newer.situation is not None and newer.situation != older.situation:
        older = replace(older, employed=None, job_seeking=None, sector=None, executive=None)
    return newer.completed_by(older)


def _placed(profile: Profile, place: Territory | None) -> Profile:
    """Return a profile with its commune; a department is no commune."""
    if place is None or place.is_department:
        return profile
    return replace(profile, commune=place.code)


def _follows_up(question: Question) -> bool:
    """Return whether a message leans on an earlier one for its subject."""
    if question.occupations or Intent.SMALL_TALK in question.intents:
        return False
    if _LINK.match(fold(question.text)):
        return True
    named = question.intents & {Intent.SCHEME, Intent.SPRO, Intent.BECOME}
    asks = bool(question.aspects or question.needs or question.intents or question.place)
    return not named and (asks or question.profile != UNKNOWN)
