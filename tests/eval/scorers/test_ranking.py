"""Rankings, measured as anybody would."""

from math import log2

import pytest

from eval.scorers.ranking import distinct, gain, recall, reciprocal_rank

GRADES = {"a": 2, "b": 2, "c": 1}
NOISE = [f"n{number}" for number in range(9)]


def test_a_record_counts_once_at_its_best_rank():
    assert distinct(["a", "b", "a", "c", "b"]) == ["a", "b", "c"]


def test_the_best_order_gains_everything():
    assert gain(GRADES, ["a", "b", "c"]) == 1.0
    assert gain(GRADES, ["b", "a", "c"]) == 1.0


def test_gain_weighs_grades_and_falls_with_rank():
    best = 2 + 2 / log2(3) + 1 / log2(4)

    assert gain(GRADES, ["n", "a"]) == pytest.approx((2 / log2(3)) / best)
    assert gain(GRADES, ["c"]) == pytest.approx(1 / best)


def test_equal_records_keep_the_order_they_came_in():
    assert gain({"a": 1}, ["z", "a"]) == gain({"z": 1}, ["a", "z"])


def test_recall_is_of_the_records_that_answer_by_themselves():
    assert recall(GRADES, ["a", "c"]) == 0.5
    assert recall(GRADES, ["c"]) == 0


@pytest.mark.parametrize(("measure", "tenth"), [(recall, 1.0), (gain, 1 / log2(11))])
def test_the_tenth_record_counts_and_the_eleventh_does_not(measure, tenth):
    assert measure({"a": 2}, [*NOISE, "a"]) == pytest.approx(tenth)
    assert measure({"a": 2}, [*NOISE, "n10", "a"]) == 0


@pytest.mark.parametrize(("ranking", "value"), [(["c"], 1), (["n", "c"], 0.5), (["n"], 0), ([], 0)])
def test_the_first_relevant_record_counts_by_its_rank(ranking, value):
    assert reciprocal_rank(GRADES, ranking) == value


def test_the_rank_counts_however_late():
    assert reciprocal_rank({"a": 1}, [*NOISE, "n10", "a"]) == pytest.approx(1 / 11)
