"""Answers, right and wrong."""

import pytest

from eval.scorers.answered import (
    score_beside,
    score_complete,
    score_facts,
    score_outcome,
    score_sheet,
)
from eval.scorers.base import RIGHT, Score

HERE, THERE = "occupation:maraicher#pay", "occupation:fleuriste#pay"
PAY = {"property": "salary_entry", "value": "1770"}
LEVEL = {"property": "diploma_level", "value": "4"}


@pytest.fixture
def item(make_item):
    def make(*facts, outcome=("answered",)):
        relevant = {"occupation:maraicher#pay": 2, "scheme:smic#pay": 1}
        return make_item(relevant=relevant, facts=facts, outcome=list(outcome))

    return make


@pytest.fixture
def citing(make_trace, say, cite):
    """Return a reply of one sentence per record cited."""

    def make(*records, **given):
        said = tuple(say(f"phrase {n}", cite("q", record=r)) for n, r in enumerate(records))
        return make_trace(sentences=said, **given)

    return make


@pytest.mark.parametrize(
    ("outcome", "score"),
    [
        ("referred", RIGHT),
        ("declined", Score(value=0.0, why="declined, not ['answered', 'referred']")),
        (None, None),
    ],
)
def test_an_outcome_is_right_when_it_is_expected(item, make_trace, outcome, score):
    expecting = item(outcome=("answered", "referred"))

    assert score_outcome(expecting, make_trace(outcome=outcome)) == score


def test_the_share_of_the_facts_told_is_the_score(item, make_trace, fact):
    trace = make_trace(facts=(fact(),))

    assert score_facts(item(PAY), trace) == RIGHT
    assert score_facts(item(PAY, LEVEL), trace) == Score(value=0.5, why="diploma_level 4")


def test_a_fact_of_a_sheet_that_does_not_answer_is_not_told(item, make_trace, fact):
    trace = make_trace(facts=(fact(subject="occupation:fleuriste"),))

    assert score_facts(item(PAY), trace) == Score(value=0.0, why="salary_entry 1770")


def test_facts_are_not_scored_where_none_is_due(item, make_item, make_trace, fact):
    assert score_facts(item(), make_trace(facts=(fact(),))) is None
    assert score_facts(make_item(), make_trace()) is None


@pytest.mark.parametrize("records", [[HERE], [THERE, HERE], ["occupation:maraicher#other"]])
def test_one_citation_of_a_sheet_that_answers_is_enough(item, citing, records):
    assert score_sheet(item(), citing(*records)) == RIGHT


def test_citing_only_other_sheets_is_wrong(item, citing):
    why = "cites ['occupation:fleuriste'], not ['occupation:maraicher', 'scheme:smic']"

    assert score_sheet(item(), citing(THERE)) == Score(value=0.0, why=why)


def test_citations_that_tell_no_record_are_not_scored(item, citing):
    assert score_sheet(item(), citing("")) is None
    assert score_beside(item(), citing("")) is None


@pytest.mark.parametrize(
    ("outcome", "expected", "scored"),
    [
        ("declined", ["answered"], True),
        ("answered", ["answered", "referred"], True),
        ("crisis", ["answered"], True),
        ("referred", ["answered", "referred"], False),
        ("crisis", ["answered", "crisis"], False),
        ("declined", ["crisis"], False),
        (None, ["answered"], False),
    ],
)
def test_citing_nothing_is_wrong_where_an_answer_was_due(
    item, make_trace, outcome, expected, scored
):
    why = f"{outcome}, cites nothing of ['occupation:maraicher', 'scheme:smic']"

    score = score_sheet(item(outcome=expected), make_trace(outcome=outcome, found=()))

    assert score == (Score(value=0.0, why=why) if scored else None)


def test_a_subject_that_shows_no_record_is_not_blamed_for_citing_none(item, make_trace):
    assert score_sheet(item(outcome=["answered"]), make_trace(outcome="declined")) is None


def test_what_is_beside_the_question_lowers_the_score(item, citing):
    score = score_beside(item(), citing(HERE, THERE, "scheme:smic#other", ""))

    assert score.value == pytest.approx(2 / 3)
    assert score.why == "['occupation:fleuriste']: phrase 1"


def test_a_sentence_that_also_cites_another_sheet_is_not_beside(item, make_trace, say, cite):
    said = say("phrase", cite("q", record=THERE), cite("q", record=HERE))

    assert score_beside(item(), make_trace(sentences=(said,))) == RIGHT


def test_a_reply_that_cites_nothing_is_not_beside(item, make_trace, say):
    assert score_beside(item(), make_trace(sentences=(say("phrase"),))) is None


def test_a_complete_reply_tells_all_that_was_due(item, citing, fact):
    trace = citing(HERE, facts=(fact(),), completeness="complete")

    assert score_complete(item(PAY), trace) == RIGHT
    assert score_complete(item(), trace) == RIGHT
    assert score_complete(item(PAY, LEVEL), trace).why == "complete without ['diploma_level 4']"


@pytest.mark.parametrize(
    ("records", "cited"), [([THERE], "['occupation:fleuriste']"), ([], "nothing")]
)
def test_a_complete_reply_cites_a_sheet_that_answers(item, citing, records, cited):
    score = score_complete(item(), citing(*records, completeness="complete"))

    assert score == Score(value=0.0, why=f"complete and cites {cited}")


def test_a_complete_reply_that_tells_no_record_is_held_to_its_facts(item, citing, fact):
    trace = citing("", facts=(fact(),), completeness="complete")

    assert score_complete(item(PAY), trace) == RIGHT
    assert score_complete(item(LEVEL), trace).value == 0
    assert score_complete(item(), trace) is None


@pytest.mark.parametrize("label", ["partial", "none", None])
def test_a_reply_that_does_not_call_itself_complete_is_not_held_to_it(item, citing, label):
    assert score_complete(item(PAY), citing(completeness=label)) is None
