"""One turn on one screen: understand, retrieve, compose, verify, refer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.conclude import Conclude, Found, only_greets, wants_somebody
from assistant.events import Event, Finished, Progress, Spoken, Versions
from assistant.evidence import Evidence
from assistant.lookup import LookedUp
from assistant.profile import Need, Profile
from assistant.question import Intent, Question, Turn
from assistant.reply import Draft, Referral, Reply, Sentence

_NOTHING = Draft(sentences=())
_NO_EVIDENCE = Evidence(hits=())
_CEP_NAME = "conseil en évolution professionnelle"
_SUPPORT = frozenset(
    {
        "apec",
        "avenir_actifs",
        "cap_emploi",
        "conseiller_mobilite_agent",
        "france_travail",
        "mission_locale",
    }
)
"""Bodies whose role is told in a sentence when the person is sent to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistant:
    """Answer turns; holds no state of a conversation, so many threads may share one."""

    versions: Versions
    clean: Callable[[str], str]
    guard: Callable[[Turn], Reply | None]
    legitimate_part: Callable[[str], str]
    weary: Callable[[str], bool]
    understand: Callable[[Turn], Question]
    refer: Callable[[Profile, Sequence[Need], str], tuple[Referral, ...]]
    named: Callable[[str], tuple[Referral, ...]]
    retrieve: Callable[[Question], Evidence]
    answerable: Callable[[Question, Evidence], bool]
    compose: Callable[[Question, Evidence], Draft]
    verify: Callable[[Draft], Iterator[object]]
    conclude: Conclude

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of a turn: the last event of its stream."""
        *_, last = self.stream(turn)
        if not isinstance(last, Finished):
            msg = "a stream ends with its reply"
            raise TypeError(msg)
        return last.reply

    def stream(self, turn: Turn) -> Iterator[Event]:
        """Yield the events of a turn; whole and streamed replies come from here alone."""
        yield Progress(step="understand")
        turn = self._cleaned(turn)
        if guarded := self.guard(turn):
            yield Finished(reply=guarded)
            return
        question = self._understood(turn)
        yield Progress(step="refer")
        referrals = self.refer(question.profile, question.needs, question.language)
        yield Progress(step="retrieve")
        question, evidence = self._found(question, referrals)
        yield Progress(step="compose")
        draft = self._draft(question, evidence)
        yield Progress(step="verify")
        sentences: list[Sentence] = []
        for checked in self.verify(draft):
            if isinstance(checked, Sentence):
                sentences.append(checked)
                yield Spoken(sentence=checked)
        found = Found(
            question=question,
            evidence=evidence,
            draft=draft,
            sentences=tuple(sentences),
            referrals=referrals,
            named=self.named(turn.text),
            weary=self.weary(turn.text),
        )
        yield Finished(reply=self.conclude(found))

    def guarded(self, turn: Turn) -> Reply | None:
        """Return the reply of a turn that ends before anything is searched: danger, orders."""
        return self.guard(self._cleaned(turn))

    def look_up(self, turn: Turn) -> LookedUp:
        """Return what the turn is answered from, without guarding it nor composing anything."""
        turn = self._cleaned(turn)
        question = self._understood(turn)
        referrals = self.refer(question.profile, question.needs, question.language)
        # Where orders are all there is, nothing is searched: whatever came would be near nothing.
        found = self._found(question, referrals) if question.text else (question, _NO_EVIDENCE)
        return LookedUp(
            message=turn.text,
            question=found[0],
            evidence=found[1],
            worth_it=self._worth_composing(*found),
        )

    def _cleaned(self, turn: Turn) -> Turn:
        """Return the turn without hidden characters, earlier messages included."""
        history = tuple(self.clean(message) for message in turn.history)
        return replace(turn, text=self.clean(turn.text), history=history)

    def _understood(self, turn: Turn) -> Question:
        """Return the question of a turn, read without the orders given to the assistant."""
        history = tuple(self.legitimate_part(message) for message in turn.history)
        return self.understand(replace(turn, text=self.legitimate_part(turn.text), history=history))

    def _found(
        self, question: Question, referrals: tuple[Referral, ...]
    ) -> tuple[Question, Evidence]:
        """Return what is composed from: who supports the person, unless a sheet answers a plan."""
        support = _about_support(question, referrals)
        if support is not question and Intent.WHOM_TO_SEE in question.intents:
            return support, self.retrieve(support)
        evidence = self.retrieve(question)
        if support is question or evidence.answers_it:
            return question, evidence
        return support, self.retrieve(support)

    def _draft(self, question: Question, evidence: Evidence) -> Draft:
        """Return a draft; empty when the evidence is not worth composing from."""
        worth_it = self._worth_composing(question, evidence)
        return self.compose(question, evidence) if worth_it else _NOTHING

    def _worth_composing(self, question: Question, evidence: Evidence) -> bool:
        """Return whether a reply may be composed from the evidence."""
        return not only_greets(question) and self.answerable(question, evidence)


def _about_support(question: Question, referrals: tuple[Referral, ...]) -> Question:
    """Return a question about who supports the person, when that is what is wanted.

    The person's own story is left out of what is searched: it would find others' stories.
    """
    if not wants_somebody(question):
        return question
    bodies = tuple(r.organisation.short for r in referrals if r.organisation.id in _SUPPORT)
    unknown = question.profile.situation is None
    if not bodies and not unknown:
        return question
    asked = " ".join((_CEP_NAME, *bodies))
    return replace(
        question, search_text=asked, topic=asked, core=asked, bodies=bodies or (_CEP_NAME, "CEP")
    )
