"""One turn, step by step: what is told, in which order, and what never runs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Barrier

import pytest

from assistant.conclude import Conclude
from assistant.events import Finished, Progress, Spoken, Versions
from assistant.evidence import Evidence, Hit
from assistant.profile import Profile
from assistant.question import Intent, Question, Turn
from assistant.reply import (
    Answer,
    Certainty,
    Clarification,
    Declined,
    DeclineReason,
    Draft,
    DraftSentence,
    Referral,
)
from assistant.service import Assistant
from assistant.verification.verify import Verify
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence

STEPS = ["understand", "refer", "retrieve", "compose", "verify"]
STOP = Declined(reason=DeclineReason.EMPTY, text="Rien à lire.")


def always(value):
    """A step that gives the same whatever it is asked."""

    def give(*asked):
        return value

    return give


def understand(turn):
    return Question(
        text=turn.text,
        search_text=turn.text,
        language=turn.language,
        intents=frozenset({Intent.SCHEME}),
        profile=turn.profile,
    )


@dataclass
class Steps:
    """Steps that note they were called; the text of a turn is its only passage."""

    make_passage: Callable
    called: list[str] = field(default_factory=list)
    seen: list[Turn] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)

    def guard(self, turn):
        self.seen.append(turn)
        return STOP if turn.text == "stop" else None

    def retrieve(self, question):
        self.called.append("retrieve")
        self.searched.append(question.search_text)
        passage = self.make_passage(question.text)
        return Evidence(hits=(Hit(passage=passage, score=1.0, ranks={}),))

    def compose(self, question, evidence):
        self.called.append("compose")
        assert evidence.hits[0].passage.text == question.text
        passage = evidence.hits[0].passage
        spans = (span.of(passage.text) for span in passage.sentences)
        return Draft(
            sentences=tuple(DraftSentence(text=s, passage=passage, quote=s) for s in spans)
        )


@pytest.fixture
def steps(make_passage):
    return Steps(make_passage)


@pytest.fixture
def assistant(steps):
    return Assistant(
        versions=Versions(corpus="c", rules="r", prompts="none", model="none"),
        clean=str.strip,
        guard=steps.guard,
        legitimate_part=lambda text: text.removeprefix("ordre. "),
        weary=lambda text: "las" in text,
        understand=understand,
        refer=always(()),
        named=always(()),
        retrieve=steps.retrieve,
        answerable=always(value=True),
        compose=steps.compose,
        verify=Verify(),
        conclude=Conclude(always(None)),
    )


def spoken(events):
    return tuple(event.sentence for event in events if isinstance(event, Spoken))


def test_steps_are_told_in_order_sentences_between_them_and_the_reply_last(assistant):
    events = list(assistant.stream(Turn(text="le bac suffit. Il dure trois ans.")))

    names = [event.step if isinstance(event, Progress) else type(event) for event in events]
    assert names == [*STEPS, Spoken, Spoken, Finished]


def test_sentences_spoken_are_those_of_the_reply(assistant):
    *events, last = assistant.stream(Turn(text="le bac suffit. Il dure trois ans."))

    assert isinstance(last.reply, Answer)
    assert [s.text for s in last.reply.sentences] == ["le bac suffit.", "Il dure trois ans."]
    assert spoken(events) == last.reply.sentences


def test_a_sentence_is_told_before_the_next_one_is_checked(assistant):
    checked = []

    def verify(draft):
        for result in Verify()(draft):
            checked.append(result)
            yield result

    events = replace(assistant, verify=verify).stream(Turn(text="un. deux. trois."))

    next(event for event in events if isinstance(event, Spoken))

    assert len(checked) == 1


def test_a_dropped_sentence_is_never_told(assistant, steps):
    def compose(question, evidence):
        (first, second) = steps.compose(question, evidence).sentences
        return Draft(sentences=(replace(first, text="Il gagne 9 999 €."), second))

    *events, last = replace(assistant, compose=compose).stream(Turn(text="un. deux."))

    assert [sentence.text for sentence in spoken(events)] == ["deux."]
    assert [sentence.text for sentence in last.reply.sentences] == ["deux."]


def test_without_any_sentence_left_the_turn_is_declined(assistant):
    silent = replace(assistant, verify=always(()))

    reply = silent.reply(Turn(text="un. deux."))

    assert isinstance(reply, Declined)
    assert reply.reason is DeclineReason.NOTHING_RELIABLE


def test_evidence_too_far_is_never_composed_from(assistant, steps):
    reply = replace(assistant, answerable=always(value=False)).reply(Turn(text="un."))

    assert steps.called == ["retrieve"]
    assert isinstance(reply, Declined)


def test_what_was_told_is_not_taken_back_by_a_greeting(assistant):
    """A sentence already on the screen can't be unsaid: the reply must hold it."""

    def greeting(turn):
        return replace(understand(turn), intents=frozenset({Intent.SMALL_TALK}))

    *events, last = replace(assistant, understand=greeting).stream(Turn(text="bonjour."))

    assert spoken(events) == getattr(last.reply, "sentences", ())


def test_a_guarded_turn_retrieves_nothing(assistant, steps):
    events = list(assistant.stream(Turn(text="stop")))

    assert events == [Progress(step="understand"), Finished(reply=STOP)]
    assert steps.called == []


def test_messages_are_cleaned_before_anything_reads_them(assistant, steps):
    reply = assistant.reply(Turn(text="  stop ", history=(" avant ",)))

    assert reply is STOP
    assert steps.seen == [Turn(text="stop", history=("avant",))]


def test_an_order_beside_a_question_is_read_by_no_later_step(assistant):
    reply = assistant.reply(Turn(text="ordre. un."))

    assert [sentence.text for sentence in reply.sentences] == ["un."]


def test_weariness_is_heard_in_the_whole_message(assistant):
    tired = replace(assistant, weary=lambda text: "ordre" in text)

    assert tired.reply(Turn(text="ordre. un.")).notices == ("soft",)


@pytest.mark.parametrize(
    ("intent", "searched"),
    [
        (Intent.WHOM_TO_SEE, "conseil en évolution professionnelle Essai"),
        (Intent.SCHEME, "qui ?"),
    ],
)
def test_who_wants_somebody_is_told_about_their_operator(assistant, steps, intent, searched):
    def wanting(turn):
        return replace(understand(turn), intents=frozenset({intent}))

    body = Organisation(
        id="apec",
        name="Organisme d'essai",
        short="Essai",
        kind=OrganisationKind.CEP,
        status="",
        who="",
        legal_basis=(),
        confidence=Confidence.PRIMARY,
        verified="2026-11-22",
    )
    referral = Referral(organisation=body, certainty=Certainty.SETTLED, reason="r", legal_basis="l")

    replace(assistant, understand=wanting, refer=always((referral,))).reply(Turn(text="qui ?"))

    assert steps.searched == [searched]


def test_nothing_runs_before_it_is_asked_for(assistant, steps):
    events = assistant.stream(Turn(text="un."))
    next(events)
    next(events)
    events.close()

    assert steps.called == []


def test_the_reply_is_the_end_of_the_stream(assistant):
    turn = Turn(text="un. deux.")

    *_, last = assistant.stream(turn)

    assert assistant.reply(turn) == last.reply


def test_weariness_adds_a_notice(assistant):
    assert assistant.reply(Turn(text="je suis las.")).notices == ("soft",)


def test_a_question_back_keeps_what_was_told(assistant):
    def personal(turn):
        return replace(understand(turn), intents=frozenset({Intent.WHOM_TO_SEE}))

    asking = Conclude(always(("Quel âge ?", ())))

    *events, last = replace(assistant, understand=personal, conclude=asking).stream(
        Turn(text="un.")
    )

    assert isinstance(last.reply, Clarification)
    assert spoken(events) == last.reply.sentences


def test_twenty_threads_each_get_their_own_answer(assistant):
    together = Barrier(20)

    def ask(number):
        together.wait()
        turn = Turn(text=f"réponse {number}.", profile=Profile(age=number))
        return assistant.reply(turn)

    with ThreadPoolExecutor(20) as pool:
        replies = list(pool.map(ask, range(20)))

    assert [reply.sentences[0].text for reply in replies] == [f"réponse {n}." for n in range(20)]
    assert [reply.understood.age for reply in replies] == list(range(20))


def test_what_is_looked_up_is_what_a_reply_is_made_from(assistant, steps):
    found = assistant.look_up(Turn(text="  ordre. un. "))

    assert (found.message, found.question.text, found.worth_it) == ("ordre. un.", "un.", True)
    assert found.evidence.hits[0].passage.text == "un."
    assert steps.called == ["retrieve"]


def test_a_greeting_is_looked_up_and_not_worth_composing(assistant):
    def greeting(turn):
        return replace(understand(turn), intents=frozenset({Intent.SMALL_TALK}))

    assert not replace(assistant, understand=greeting).look_up(Turn(text="bonjour")).worth_it


def test_where_orders_are_all_there_is_nothing_is_searched(assistant, steps):
    nothing_left = replace(assistant, legitimate_part=always(""))

    found = nothing_left.look_up(Turn(text="ordre."))

    assert (found.evidence.hits, steps.searched) == ((), [])


def test_a_turn_that_ends_before_any_search_is_told_without_one(assistant, steps):
    assert assistant.guarded(Turn(text=" stop ")) is STOP
    assert assistant.guarded(Turn(text="un.")) is None
    assert steps.called == []
