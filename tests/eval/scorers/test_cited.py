"""Citations, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.cited import score_cited, score_literal

ALL = (score_cited, score_literal)


@pytest.fixture
def scored(make_item, make_trace):
    def score(scorer, *said, **given):
        return scorer(make_item(), make_trace(sentences=said, **given))

    return score


@pytest.mark.parametrize("scorer", ALL)
def test_fixed_wording_is_not_scored(scored, say, cite, scorer):
    said = say("phrase", cite("q", passage="q"))

    assert scored(scorer, said, outcome="declined") is None
    assert scored(scorer, said, outcome=None) == RIGHT


def test_each_sentence_cites_something(scored, say, cite):
    proved, bare = say("un", cite("q")), say("deux")

    assert scored(score_cited, proved, proved) == RIGHT
    assert scored(score_cited, proved, bare) == Score(value=0.5, why="deux")


@pytest.mark.parametrize(
    ("quote", "right"),
    [("en 3 ans", True), ("en 3\xa0ans", False), ("En 3 ans", False), ("en 4 ans", False)],
)
def test_a_quote_stands_letter_by_letter(scored, say, cite, quote, right):
    score = scored(score_literal, say("phrase", cite(quote, passage="Se prépare en 3 ans.")))

    assert score == (RIGHT if right else Score(value=0.0, why=quote))


@pytest.mark.parametrize("quote", ["", " "])
def test_an_empty_quote_proves_nothing(scored, say, cite, quote):
    score = scored(score_literal, say("phrase", cite(quote, passage="un mot")))

    assert score == Score(value=0.0, why=quote or "empty")


def test_only_quotes_whose_passage_is_known_are_held_literal(scored, say, cite):
    unknown, right, made_up = cite("a"), cite("b", passage="abc"), cite("d", passage="abc")

    assert scored(score_literal, say("phrase", unknown)) is None
    assert scored(score_literal, say("phrase", unknown, right)) == RIGHT
    assert scored(score_literal, say("phrase", right), say("phrase", made_up)).value == 0.5
