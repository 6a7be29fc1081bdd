"""Refusals, right and wrong."""

import pytest

from eval.scorers.abstained import (
    score_kind,
    score_label,
    score_legitimate,
    score_premise,
    score_refused,
    score_way_on,
)
from eval.scorers.base import RIGHT, Score


@pytest.mark.parametrize("outcome", ["declined", "referred", "crisis"])
def test_what_can_t_be_answered_is_not_answered(make_item, make_trace, outcome):
    assert score_refused(make_item(outcome=["declined"]), make_trace(outcome=outcome)) == RIGHT


def test_answering_what_can_t_be_is_wrong(make_item, make_trace):
    score = score_refused(make_item(outcome=["declined"]), make_trace(outcome="answered"))

    assert score == Score(value=0.0, why="answered, not ['declined']")


@pytest.mark.parametrize("outcome", ["answered", "clarify"])
def test_a_legitimate_question_is_not_refused(make_item, make_trace, outcome):
    assert score_legitimate(make_item(outcome=["answered"]), make_trace(outcome=outcome)) == RIGHT


def test_refusing_a_legitimate_question_is_wrong(make_item, make_trace):
    score = score_legitimate(make_item(outcome=["answered"]), make_trace(outcome="declined"))

    assert score == Score(value=0.0, why="declined, not ['answered']")


@pytest.mark.parametrize("scorer", [score_refused, score_legitimate])
def test_an_item_that_allows_both_is_not_scored(make_item, make_trace, scorer):
    item = make_item(outcome=["answered", "declined"])

    assert scorer(item, make_trace(outcome="answered")) is None


@pytest.mark.parametrize("scorer", [score_refused, score_legitimate, score_way_on])
def test_a_subject_without_outcomes_is_not_scored(make_item, make_trace, scorer):
    assert scorer(make_item(outcome=[]), make_trace(outcome=None)) is None


def test_a_refusal_says_what_to_do_next(make_item, make_trace, body):
    bare = make_trace(outcome="declined")

    assert score_way_on(make_item(), bare) == Score(value=0.0, why="declined without a way on")
    for way in ({"suggestions": ("Quel métier ?",)}, {"bodies": (body("cio"),)}):
        assert score_way_on(make_item(), make_trace(outcome="declined", **way)) == RIGHT


def test_only_a_refusal_needs_a_way_on(make_item, make_trace):
    assert score_way_on(make_item(), make_trace(outcome="answered")) is None


def test_an_item_that_allows_every_ordinary_reply_tells_nothing(make_item, make_trace):
    every = ["declined", "referred", "clarify", "answered"]

    assert score_kind(make_item(outcome=every), make_trace(outcome="answered")) is None
    assert score_kind(make_item(outcome=[*every, "crisis"]), make_trace()) is None
    assert score_kind(make_item(outcome=every[:3]), make_trace(outcome="referred")) == RIGHT


def test_another_kind_of_reply_is_wrong(make_item, make_trace):
    score = score_kind(make_item(outcome=["declined"]), make_trace(outcome="answered"))

    assert score == Score(value=0.0, why="answered, not ['declined']")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Le compte reçoit 2 000 € par an.", False),
        ("Le compte reçoit 2\u202f000\u00a0€ par an.", False),
        ("Ce n'est pas 2 000 € mais 500 € par an.", True),
        ("Aucun texte ne dit 2 000 €.", True),
        ("Ce n'est pas vrai. Le compte reçoit 2 000 €.", False),
        ("Le compte reçoit 12 000 €.", True),
        ("Le compte reçoit 500 € par an.", True),
    ],
)
def test_a_false_premise_is_not_said_again(make_item, make_trace, say, text, right):
    trace = make_trace(sentences=(say(text),))

    score = score_premise(make_item(never=["2 000 €"]), trace)

    assert score == (RIGHT if right else Score(value=0.0, why="says ['2 000 €']"))


def test_part_of_a_longer_word_is_no_premise(make_item, make_trace, say):
    trace = make_trace(sentences=(say("Il faut 15 ans, un CAP infirmierX."),))

    assert score_premise(make_item(never=["5 ans", "CAP infirmier"]), trace) == RIGHT


def test_without_a_premise_nothing_is_scored(make_item, make_trace):
    assert score_premise(make_item(), make_trace()) is None


def test_an_answer_that_can_t_be_whole_says_so(make_item, make_trace):
    item = make_item(completeness=["partial", "none"])

    assert score_label(item, make_trace(completeness="partial")) == RIGHT
    assert score_label(item, make_trace(completeness="complete")) == Score(
        value=0.0, why="labelled complete, not ['partial', 'none']"
    )


def test_only_a_labelled_answer_is_judged_by_its_label(make_item, make_trace):
    item = make_item(completeness=["partial"])

    assert score_label(item, make_trace(outcome="declined", completeness="none")) is None
    assert score_label(item, make_trace()) is None
    assert score_label(make_item(), make_trace(completeness="complete")) is None
