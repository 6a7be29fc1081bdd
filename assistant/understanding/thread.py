"""A conversation read in order: what each message keeps, changes or drops of those before it."""

from dataclasses import dataclass, replace

from assistant.profile import UNKNOWN, Profile
from assistant.question import Intent, OccupationMatch, Question
from assistant.understanding.followup import FollowUps

_PASSING = frozenset({Intent.JUDGEMENT, Intent.SMALL_TALK})
"""What holds for the message that says it, not for the next."""
_OWN = frozenset({Intent.SCHEME, Intent.SPRO, Intent.BECOME})
"""What gives a message a subject of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The last message made standalone, and what the ones before it were about."""

    question: Question
    subject: Question
    """The last one that has a subject: thanks and greetings have none."""
    root: str = ""
    """The message that set the subject, or the name of its occupation."""
    told: tuple[tuple[OccupationMatch, ...], ...] = ()
    """Occupations spoken of, in order, each once."""


@dataclass(frozen=True, slots=True)
class Continue:
    """Add a message to a conversation."""

    followups: FollowUps

    def __call__(self, before: Thread | None, said: Question) -> Thread:
        """Return the conversation with `said`, made standalone."""
        if before is None:
            return _begun(said, ())
        turned = self.followups.turns(said.text)
        question = _with_person(said, before.question, keep_place=not turned)
        recalled = self._recalled(before, said)
        if recalled is not None:
            return _carried(before, replace(question, occupations=recalled))
        if turned or not self._follows(question):
            passing = Intent.SMALL_TALK in said.intents
            return replace(before, question=question) if passing else _begun(question, before.told)
        return _carried(before, replace(question, occupations=before.subject.occupations))

    def _recalled(self, before: Thread, said: Question) -> tuple[OccupationMatch, ...] | None:
        """Return the earlier occupation a message goes back to."""
        place = self.followups.recalled(said.text)
        if place is None or place >= len(before.told) or said.named:
            return None
        return before.told[place]

    def _follows(self, question: Question) -> bool:
        """Return whether a message leans on an earlier one for its subject."""
        if question.named or Intent.SMALL_TALK in question.intents:
            return False
        if self.followups.leans(question.text):
            return True
        asks = bool(question.aspects or question.needs or question.intents or question.place)
        return not question.intents & _OWN and (asks or question.profile != UNKNOWN)


def _begun(question: Question, told: tuple[tuple[OccupationMatch, ...], ...]) -> Thread:
    """Return a conversation whose last message has a subject of its own."""
    named = _by_name(question)
    told = (*told, *(one for one in named if one not in told))
    root = named[-1][0].occupation.masculine if named else question.search_text
    return Thread(question=question, subject=question, root=root, told=told)


def _carried(before: Thread, question: Question) -> Thread:
    """Return a conversation whose last message goes on with the subject of before."""
    earlier = before.subject
    named = question.named
    root = named[0].occupation.masculine if named else before.root
    standalone = replace(
        question,
        search_text=f"{root} {question.search_text}",
        topic=f"{root} {question.topic}",
        core=f"{root} {question.core}",
        intents=question.intents | (earlier.intents - _PASSING),
        aspects=question.aspects or earlier.aspects,
        needs=question.needs or earlier.needs,
    )
    return replace(before, question=standalone, subject=standalone, root=root)


def _by_name(question: Question) -> list[tuple[OccupationMatch, ...]]:
    """Return the occupations named, grouped by name, in the order they are said."""
    starts = {match.name: match.start for match in question.named}
    names = sorted(starts, key=lambda name: starts[name])
    return [tuple(m for m in question.named if m.name == name) for name in names]


def _with_person(question: Question, earlier: Question, *, keep_place: bool) -> Question:
    """Return a question with the person and, unless the subject changes, the place of before."""
    place = question.place or (earlier.place if keep_place else None)
    return replace(question, profile=updated(question.profile, earlier.profile), place=place)


def updated(newer: Profile, older: Profile) -> Profile:
    """Return a profile completed by an older one; a new situation undoes what hung on the old."""
    if newer.situation is not None and newer.situation != older.situation:
        older = replace(older, employed=None, job_seeking=None, sector=None, executive=None)
    return newer.completed_by(older)
