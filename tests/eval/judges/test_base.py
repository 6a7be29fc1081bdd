import math

import pytest

from eval.judges.base import Vote, settled


def votes(*values):
    return [Vote(value=value, why=f"v{n}") for n, value in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("values", "value"),
    [
        ((1.0, 1.0, 0.0), 1.0),
        ((0.0, 1.0, 0.0), 0.0),
        ((0.2, 0.9, 0.6), 0.6),
        ((0.5, 0.5, 0.5), 0.5),
        ((None, 0.6, 0.8), 0.7),
        ((math.nan, 0.5, 0.8), 0.65),
        ((None, 0.2, 0.4), 0.3),
        ((0.0, 0.0, None), 0.0),
        ((1.0000002, 1.0000001, 1.0), 1.0),
        ((-0.1, -0.2, 0.5), 0.0),
    ],
)
def test_the_median_of_the_valid_votes_settles(values, value):
    assert settled(votes(*values)).value == pytest.approx(value)


@pytest.mark.parametrize(
    "values", [(), (1.0,), (None, None, 1.0), (math.nan, math.nan, 0.0), (None, math.nan, None)]
)
def test_fewer_than_two_valid_votes_settle_nothing(values):
    assert settled(votes(*values)).value is None


@pytest.mark.parametrize("values", [(0.0, 1.0, None), (None, 1.0, 0.0), (0.49, 0.5, math.nan)])
def test_two_votes_that_contradict_each_other_settle_nothing(values):
    assert settled(votes(*values)).value is None


def test_reasons_are_those_of_the_votes_not_above_the_median():
    assert settled(votes(0.2, 0.9, 0.6)).why == "v1 | v3"


def test_reasons_of_lost_votes_are_told_last_and_none_twice():
    given = [Vote(value=0.0, why="a"), Vote(value=None, why="z"), Vote(value=0.0, why="a")]

    assert settled(given).why == "a | z"
    assert settled(given[:2]).why == "z"


def test_a_vote_without_a_reason_adds_none():
    assert settled([Vote(value=0.0), Vote(value=0.0, why="a")]).why == "a"
