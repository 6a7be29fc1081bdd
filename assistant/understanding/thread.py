"""A conversation read in order: what each message keeps, changes or drops of those before it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.profile import Profile
from assistant.question import Intent, OccupationMatch, Question
from assistant.understanding.followup import FollowUps

_PASSING = frozenset({Intent.JUDGEMENT, Intent.SMALL_TALK})
"""What holds for the message that says it, not for the next."""

_STEM: Final = 7
"""Letters by which words of one family are known: développeur, développement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a talk was about at some point."""

    question: Question
    """The message that opened it, with what the next ones added."""
    root: str
    """The words of that message, or the name of its occupation."""

    @property
    def words(self) -> frozenset[str]:
        """Return the telling words of the names of its occupations."""
        return frozenset(word for match in self.question.named for word in match.name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The last message made standalone, and what the talk was about."""

    question: Question
    subject: Subject
    """The last one: thanks and greetings open none."""
    told: tuple[Subject, ...]
    """Every one, in the order they were opened, an occupation each."""
    at_home: bool = False
    """Whether the place spoken of is where the person lives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continue:
    """Add a message to a conversation."""

    followups: FollowUps
    continues: Callable[[Question], bool]
    """Whether a message that names no occupation goes on with the one before."""
    terms: Callable[[str], Collection[str]]
    """The telling words of a text, as names of occupations hold them."""

    def __call__(
        self, before: Thread | None, said: Question, ended: tuple[OccupationMatch, ...] = ()
    ) -> Thread:
        """Return the conversation with `said`, made standalone.

        `ended` are occupations whose name begins in an earlier message and ends in this one.
        """
        home = self.followups.tells_home(said.text)
        if before is None:
            return _opened((), said, at_home=home and said.place is not None)
        known = said.place or before.question.place
        kept = replace(
            before, at_home=known is not None and (home or (before.at_home and not said.place))
        )
        return self._added(kept, said, ended)

    def _added(self, before: Thread, said: Question, ended: tuple[OccupationMatch, ...]) -> Thread:
        """Return the conversation with a message that has others before it."""
        if (recalled := self._recalled(before, said)) is not None:
            back = replace(said, occupations=())
            return _carried(replace(before, subject=recalled), _known(back, before, here=True))
        if Intent.SMALL_TALK in said.intents and not said.named:
            return replace(before, question=_known(said, before, here=True))
        turns = self.followups.turns(said.text)
        if said.named:
            kept = self._kept_from(before, said)
            return kept or self._named(before, said, turns=turns)
        if not turns and self.continues(said):
            said = replace(said, occupations=ended)
            return _carried(before, _known(said, before, here=True))
        # A place said without an occupation is where the person is.
        here = self._here(before, said) or (not turns and not before.subject.words)
        question = _known(said, before, here=here)
        return _opened(before.told, question, at_home=before.at_home)

    def _kept_from(self, before: Thread, said: Question) -> Thread | None:
        """Return the conversation on what is left when a message only puts occupations aside."""
        if not all(match.aside for match in said.named):
            return None
        left = self._others(before, {match.name for match in said.named})
        if left is None:
            return None
        question = _known(replace(said, occupations=()), before, here=True)
        return _carried(replace(before, subject=left), question)

    def _others(self, before: Thread, aside: Collection[str]) -> Subject | None:
        """Return the last occupation told of that is not put aside, the subject first."""
        words = _words(aside)
        if before.subject.words and before.subject.words.isdisjoint(words):
            return before.subject
        left = [one for one in before.told if one.words and not one.words <= words]
        return left[-1] if left else None

    def _named(self, before: Thread, said: Question, *, turns: bool) -> Thread:
        """Return the conversation with a message that names an occupation."""
        earlier = before.subject.question
        if not turns and earlier.named and self.followups.compares(said.text):
            return _compared(before, _known(said, before, here=True))
        # Beside a name, a message that asks nothing leans on what was asked before it.
        asks = bool(said.needs or (said.aspects and not said.broad))
        leans = not turns and (not asks or self.followups.links(said.text))
        question = _known(said, before, here=leans or self._here(before, said))
        if leans and not asks and earlier.aspects:
            question = replace(question, aspects=earlier.aspects, broad=earlier.broad)
        return _opened(before.told, question, at_home=before.at_home)

    def _here(self, before: Thread, said: Question) -> bool:
        """Return whether a message with a subject of its own is still about the same place."""
        return before.at_home or self.followups.points_here(said.text)

    def _recalled(self, before: Thread, said: Question) -> Subject | None:
        """Return the earlier subject a message goes back to."""
        told, now = before.told, before.subject.words
        if self.followups.calls_other(said.text):
            others = {match.name for match in said.named} or {" ".join(now)}
            return self._others(before, others)
        if said.named:
            return None
        if (place := self.followups.recalled(said.text)) is not None:
            trades = [one for one in told if one.words]
            ranked = trades if len(trades) > 1 else told
            return ranked[place] if place < len(ranked) else None
        words = frozenset(self.terms(said.text)) - now
        goes_back = self.followups.goes_back(said.text)
        meant = [one for one in told if _alike(words, self._told_by(one, whole=goes_back))]
        return meant[0] if len(meant) == 1 else None

    def _told_by(self, subject: Subject, *, whole: bool) -> frozenset[str]:
        """Return the words that call a subject: its names, or the `whole` message."""
        return subject.words or frozenset(self.terms(subject.question.core) if whole else ())


def _alike(words: Collection[str], others: Collection[str]) -> bool:
    """Return whether two sets share a word, or its first letters: développeur, développement."""
    starts = {word[:_STEM] for word in others}
    return any(word[:_STEM] in starts for word in words)


def _words(names: Collection[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())


def _opened(told: tuple[Subject, ...], question: Question, *, at_home: bool) -> Thread:
    """Return a conversation whose last message has a subject of its own."""
    subjects = _subjects(question)
    passing = Intent.SMALL_TALK in question.intents and not question.named
    return Thread(
        question=question,
        subject=replace(subjects[-1], question=question),
        told=told if passing else _with(told, subjects),
        at_home=at_home,
    )


def _with(told: tuple[Subject, ...], subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Return the subjects told of, with those whose occupation is new."""
    known = {one.words for one in told}
    return (*told, *(one for one in subjects if not one.words or one.words not in known))


def _subjects(question: Question) -> list[Subject]:
    """Return the subjects of a message: an occupation each, by the order they are said in."""
    starts = {match.name: match.start for match in question.named}
    names = sorted(starts, key=lambda name: starts[name])
    groups = [tuple(m for m in question.named if m.name == name) for name in names]
    return [_subject(question, group) for group in groups] or [_subject(question, ())]


def _subject(question: Question, matches: tuple[OccupationMatch, ...]) -> Subject:
    root = matches[0].occupation.masculine if matches else question.search_text
    return Subject(question=replace(question, occupations=matches), root=root)


def _carried(before: Thread, question: Question) -> Thread:
    """Return a conversation whose last message goes on with the subject of before."""
    root, earlier = before.subject.root, before.subject.question
    told = before.told
    if question.named:
        root, told = question.named[0].occupation.masculine, _with(told, _subjects(question))
    asking = question if question.aspects and not question.broad else earlier
    standalone = replace(
        question,
        occupations=question.named or earlier.occupations,
        search_text=f"{root} {question.search_text}",
        topic=f"{root} {question.topic}",
        core=f"{root} {question.core}",
        intents=question.intents | (earlier.intents - _PASSING),
        aspects=asking.aspects,
        broad=asking.broad,
        needs=question.needs or earlier.needs,
    )
    subject = Subject(question=standalone, root=root)
    return replace(before, question=standalone, subject=subject, told=told)


def _compared(before: Thread, question: Question) -> Thread:
    """Return a conversation about an earlier occupation beside the ones a message names."""
    earlier = before.subject.question.named
    known = {match.occupation.id for match in earlier}
    others = (match for match in question.named if match.occupation.id not in known)
    return _carried(before, replace(question, occupations=(*earlier, *others)))


def _known(question: Question, before: Thread, *, here: bool) -> Question:
    """Return a question with the person and, if it is asked about `here`, the place of before."""
    earlier = before.question
    place = question.place or (earlier.place if here else None)
    return replace(question, profile=updated(question.profile, earlier.profile), place=place)


def updated(newer: Profile, older: Profile) -> Profile:
    """Return a profile completed by an older one; a new situation undoes what hung on the old."""
    if newer.situation is not None and newer.situation != older.situation:
        older = replace(older, employed=None, job_seeking=None, sector=None, executive=None)
    return newer.completed_by(older)
