"""Understand one message: a value, explained and testable, not a model call."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.profile import Need, Profile
from assistant.question import Intent, OccupationMatch, Question, Turn
from assistant.understanding.cues import Cues
from assistant.understanding.occupations import OccupationNames
from assistant.understanding.places import PlaceNames
from assistant.understanding.thread import Subject, Thread, updated
from corpus.model.document import Aspect
from corpus.model.territory import Territory

_PRESENTATION: Final = (Aspect.SUMMARY, Aspect.ACCESS, Aspect.PAY)
"""What is told of an occupation when nothing precise is asked."""
_REMEMBERED: Final = 6
"""Earlier messages read, the latest ones."""
_LONGEST: Final = 1_000
"""Characters read of an earlier message."""
_ELSEWHERE: Final = frozenset(
    {Intent.SCHEME, Intent.SPRO, Intent.WHOM_TO_SEE, Intent.JUDGEMENT, Intent.SMALL_TALK}
)
"""What a message that is about no occupation is after."""


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
    go_on: Callable[[Thread | None, Question, tuple[OccupationMatch, ...]], Thread]
    """Adds a message to a conversation, with the occupations whose name it ends."""

    def __call__(self, turn: Turn) -> Question:
        """Return the question of a turn; any string gives one.

        Within a conversation, what the message states wins over the profile sent, which tells
        what was understood before. In a first message the profile sent is a correction, and wins.
        """
        thread: Thread | None = None
        for earlier in turn.history[-_REMEMBERED:]:
            thread = self._added(thread, earlier[:_LONGEST], turn)
        question = self._added(thread, turn.text, turn).question
        question = question if turn.history else self._with_guesses(question)
        stated, sent = question.profile, turn.profile
        profile = updated(stated, sent) if turn.history else updated(sent, stated)
        return replace(question, profile=profile)

    def _added(self, thread: Thread | None, text: str, turn: Turn) -> Thread:
        """Return a conversation with one message more."""
        said = self._read(text, turn, in_talk=thread is not None)
        if thread is None or said.named or said.aspects:
            return self.go_on(thread, said, ())
        return self.go_on(thread, said, self._finished(thread.subject, text))

    def _finished(self, subject: Subject, text: str) -> tuple[OccupationMatch, ...]:
        """Return the occupations whose name begins in an earlier message and ends in this one.

        "Conducteur", then "poids lourds"; "mécanicien", then "sur les motos".
        """
        known = [set(match.name.split()) for match in subject.question.named]
        for start in (subject.question.core, subject.root):
            whole = {match.name for match in self.occupations.read(start)}
            found = self.occupations.read(f"{start} {text}")
            ended = [match for match in found if match.name not in whole]
            if longer := [m for m in ended if not known or _longer(m, known)]:
                return tuple(longer)
        return ()

    def _read(self, text: str, turn: Turn, *, in_talk: bool) -> Question:
        """Return what one message says by itself."""
        person = self.read_person(text)
        intents = set(self.cues.read_intents(text))
        occupations = self.occupations.read_wanted(text, in_talk=in_talk)
        aspects = self.cues.read_aspects(text)
        if not occupations and (aspects if in_talk else not (person.needs or intents & _ELSEWHERE)):
            # Who asks about no other thing asks about what they are.
            occupations = self.occupations.read(text)
        # Of an occupation without a sheet nothing can be told: who names one tells of themselves.
        told = any(not match.occupation.known_by_code for match in occupations)
        if told:
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
            aspects=aspects or (_PRESENTATION if told else ()),
            broad=told and not aspects,
            occupations=occupations,
            needs=person.needs,
            profile=_placed(person.profile, place),
            place=place or self.places.find(turn.profile.commune),
        )

    def _with_guesses(self, question: Question) -> Question:
        """Return a question with the occupations likely meant, unless it is about other things."""
        if question.intents & _ELSEWHERE or question.needs:
            return question
        guesses = self.occupations.guess(question.asked, question.named)
        seen = {match.occupation.id for match in guesses}
        others = (match for match in question.named if match.occupation.id not in seen)
        return replace(question, occupations=(*guesses, *others))


def _longer(match: OccupationMatch, known: list[set[str]]) -> bool:
    """Return whether a name says more than one of those known."""
    return any(name < set(match.name.split()) for name in known)


def _placed(profile: Profile, place: Territory | None) -> Profile:
    """Return a profile with its commune; a department is no commune."""
    if place is None or place.is_department:
        return profile
    return replace(profile, commune=place.code)
