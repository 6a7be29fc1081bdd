"""Records found, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.retrieved import score_first, score_gain, score_rank, score_recall

ALL = (score_gain, score_recall, score_rank, score_first)
RELEVANT = {"scheme:cpf#funding": 2, "scheme:vae#access": 2, "scheme:ptp#who": 1}


@pytest.fixture
def scored(make_item, make_trace, find):
    def score(scorer, *records, relevant=RELEVANT):
        return scorer(make_item(relevant=relevant), make_trace(found=find(*records)))

    return score


@pytest.mark.parametrize("scorer", ALL)
def test_the_best_order_is_right(scored, scorer):
    assert scored(scorer, *RELEVANT) == RIGHT


@pytest.mark.parametrize("scorer", ALL)
def test_what_can_t_be_seen_is_not_scored(make_item, make_trace, scorer):
    assert scorer(make_item(relevant=RELEVANT), make_trace()) is None


@pytest.mark.parametrize("scorer", ALL)
def test_an_item_without_graded_records_is_not_scored(scored, scorer):
    assert scored(scorer, "scheme:cpf#funding", relevant={}) is None


@pytest.mark.parametrize("scorer", ALL)
def test_nothing_is_to_be_found_where_help_lines_were_due(make_item, make_trace, scorer):
    item, trace = (
        make_item(relevant=RELEVANT, outcome=["crisis"]),
        make_trace(outcome="crisis", found=()),
    )

    assert scorer(item, trace) is None
    assert scorer(make_item(relevant=RELEVANT, outcome=["answered"]), trace).value == 0


def test_a_partial_ranking_tells_where_each_record_came(scored):
    assert scored(score_recall, "scheme:cej#who", "scheme:vae#access") == Score(
        value=0.5,
        why="scheme:cpf#funding at none, scheme:ptp#who at none, scheme:vae#access at 2",
    )


def test_a_record_after_the_first_ten_is_told_as_not_come(scored):
    late = [f"scheme:other#{number}" for number in range(10)]

    assert "scheme:ptp#who at none" in scored(score_rank, *late, "scheme:ptp#who").why
    assert "scheme:ptp#who at 10" in scored(score_rank, *late[:9], "scheme:ptp#who").why


def test_a_repeated_record_does_not_push_the_others_back(scored):
    often = ["scheme:cpf#funding"] * 12

    assert scored(score_recall, *often, "scheme:vae#access") == RIGHT


def test_recall_needs_a_record_that_answers_by_itself(scored):
    assert scored(score_recall, "scheme:ptp#who", relevant={"scheme:ptp#who": 1}) is None
    assert scored(score_rank, "scheme:ptp#who", relevant={"scheme:ptp#who": 1}) == RIGHT


def test_the_rank_of_the_first_relevant_record_counts(scored):
    assert scored(score_rank, "scheme:cej#who", "scheme:ptp#who").value == 0.5


def test_gain_prefers_what_answers_by_itself(scored):
    good, poor = scored(score_gain, "scheme:cpf#funding"), scored(score_gain, "scheme:ptp#who")

    assert 0 < poor.value < good.value < 1


def test_the_first_passage_is_of_a_relevant_sheet_whatever_its_aspect(scored):
    assert scored(score_first, "scheme:ptp#other", "scheme:cej#who") == RIGHT


def test_a_relevant_sheet_that_comes_second_is_not_first(scored):
    assert scored(score_first, "scheme:cej#who", "scheme:ptp#who") == Score(
        value=0.0, why="scheme:cej, not ['scheme:cpf', 'scheme:ptp', 'scheme:vae']"
    )


def test_finding_nothing_is_wrong(scored):
    assert scored(score_first).why.startswith("nothing, not ")
    assert scored(score_gain).value == 0
