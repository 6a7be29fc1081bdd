"""Replies in the language of the person, or not."""

from dataclasses import replace

import pytest

from eval.scorers.language import in_language, language_of

FRENCH = "Le diplôme est délivré par la Région."
ENGLISH = "It is given by the Region."


@pytest.fixture
def talk(make_exchange, make_trace):
    return lambda *replies: make_trace(*(make_exchange(sentences=(said,)) for said in replies))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("LE METIER EST LA", "fr"),
        ("le métier est", ""),
        ("the job is", ""),
        ("le la les the of to", ""),
        ("le la les the of", "fr"),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_function_words(text, language):
    assert language_of(text) == language


def test_replies_in_the_language_of_the_person_are_right(make_item, talk, say):
    assert in_language(make_item(), talk(say(FRENCH), say("Oui."))).right


def test_a_reply_in_another_language_is_named(make_item, talk, say):
    score = in_language(make_item(), talk(say(FRENCH), say(ENGLISH)))

    assert (score.value, score.why) == (0.5, "message 2: en")


@pytest.mark.parametrize("quoted", ["«{}»", "“{}”", '"{}"'])
def test_words_quoted_in_an_english_reply_may_be_french(make_item, talk, say, quoted):
    item = replace(make_item(), language="en")

    assert in_language(item, talk(say(f"{quoted.format(FRENCH)} {ENGLISH}"))).right


def test_words_cited_in_an_english_reply_may_be_french(make_item, talk, say, cite):
    item = replace(make_item(), language="en")

    assert in_language(item, talk(say(f"{FRENCH} {ENGLISH}", cite(FRENCH)))).right
    assert in_language(item, talk(say(FRENCH, cite(FRENCH)))) is None
    assert in_language(item, talk(say(FRENCH))).value == 0


def test_what_is_left_out_of_a_reply_does_not_join_the_words_around_it(make_item, talk, say, cite):
    item, cited = replace(make_item(), language="en"), cite("deux")

    assert in_language(item, talk(say("the«x»and«x»of"))).right
    assert in_language(item, talk(say("thedeuxanddeuxof", cited))).right


def test_words_quoted_in_a_french_reply_are_judged(make_item, talk, say, cite):
    assert in_language(make_item(), talk(say(FRENCH, cite(FRENCH)))).right
    assert in_language(make_item(), talk(say(f"« {ENGLISH} »"))).value == 0


def test_a_conversation_too_short_to_tell_is_not_scored(make_item, talk, say):
    assert in_language(make_item(), talk(say("Oui."), say("3114"))) is None
