"""Whatever is asked, what is said is proved, and said the same twice."""

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.schemas.request import ProfileIn
from assistant.events import Finished, Spoken
from assistant.question import Turn
from assistant.reply import Answer, Clarification, Crisis, Declined, Referred
from assistant.text import fold, numbers

MESSAGES = tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
EVERY = [message for messages in MESSAGES.values() for message in messages]


@pytest.mark.parametrize("text", EVERY)
def test_what_was_understood_can_be_sent_back(ask, text):
    understood = getattr(ask(text), "understood", None)

    assert understood is None or ProfileIn(**asdict(understood)).to_profile() == understood


@pytest.mark.parametrize("text", EVERY)
def test_what_is_said_is_quoted_letter_by_letter_from_what_is_stored(ask, knowledge, text):
    sentences = getattr(ask(text), "sentences", ())

    cited = [citation for sentence in sentences for citation in sentence.citations]
    stored = knowledge.passages.get([citation.passage.id for citation in cited])
    assert all(sentence.citations for sentence in sentences)
    assert all(c.quote.strip() and c.quote in stored[c.passage.id].text for c in cited)


@pytest.mark.parametrize("text", EVERY)
def test_every_number_stands_in_its_quote_or_in_a_fact(ask, text):
    for sentence in getattr(ask(text), "sentences", ()):
        proof = [c.quote for c in sentence.citations]
        proof += [part for f in sentence.facts for part in (*f.value.split(".."), f.period)]

        assert numbers(sentence.text) <= set().union(*map(numbers, proof))


@pytest.mark.parametrize("text", EVERY)
def test_every_fact_of_a_sentence_is_stored_and_proved(ask, knowledge, text):
    for sentence in getattr(ask(text), "sentences", ()):
        for fact in sentence.facts:
            passage = knowledge.passages.get([fact.passage_id])[fact.passage_id]

            assert fact in knowledge.facts.about(fact.subject)
            assert fact.quote in passage.text


@pytest.mark.parametrize("text", EVERY)
def test_no_address_is_said_that_is_not_quoted(ask, text):
    for sentence in getattr(ask(text), "sentences", ()):
        quoted = " ".join(citation.quote for citation in sentence.citations)

        assert all(a in quoted for a in re.findall(r"https?://\S+|www\.\S+", sentence.text))


def test_every_occupation_is_named_in_both_genders(knowledge):
    lone = [o.id for o in knowledge.occupations.all() if not _both_genders(o)]

    assert lone == []


def _both_genders(occupation):
    feminine, masculine = fold(occupation.feminine), fold(occupation.masculine)
    return feminine == masculine or fold(occupation.label) != masculine


@pytest.mark.parametrize("text", EVERY)
def test_words_of_ours_name_an_occupation_in_both_genders(ask, knowledge, text):
    suggestions = getattr(ask(text), "suggestions", ())
    gendered = [o for o in knowledge.occupations.all() if o.masculine != o.feminine]

    for suggestion in suggestions:
        asked = fold(suggestion)
        lone = [o.id for o in gendered if _names(asked, o.masculine, o.feminine)]
        assert lone == []


def _names(text, masculine, feminine):
    """Whether a text has the masculine name and not the feminine one."""
    has = [re.search(rf"\b{re.escape(fold(name))}\b", text) for name in (masculine, feminine)]
    return bool(has[0]) and not has[1]


@pytest.mark.parametrize("text", EVERY)
def test_the_same_message_gets_the_same_reply(ask, text):
    assert ask(text) == ask(text)


@pytest.mark.parametrize("text", EVERY)
def test_what_is_streamed_is_what_is_replied(assistant, text):
    *events, last = assistant.stream(Turn(text=text))

    spoken = tuple(event.sentence for event in events if isinstance(event, Spoken))
    assert isinstance(last, Finished)
    assert spoken == getattr(last.reply, "sentences", ())


@pytest.mark.parametrize("text", EVERY)
def test_nobody_is_shown_on_the_word_of_an_unverified_source(ask, text):
    sentences = getattr(ask(text), "sentences", ())

    levels = {c.passage.reference.confidence.value for s in sentences for c in s.citations}
    assert "unverified" not in levels


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=400), earlier=st.lists(st.text(max_size=80), max_size=2))
def test_any_text_gets_a_reply(assistant, text, earlier):
    reply = assistant.reply(Turn(text=text, history=tuple(earlier)))

    assert isinstance(reply, Answer | Clarification | Referred | Declined | Crisis)


WORDS = ("infirmier", "devenir", "salaire", "je", "suis", "qui", "aide", "CPF", "?", "\u200b", "ù")


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_words_of_the_trade_in_any_order_get_a_reply_with_proof(assistant, text):
    reply = assistant.reply(Turn(text=text))

    assert all(sentence.citations for sentence in getattr(reply, "sentences", ()))
