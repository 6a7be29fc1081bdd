"""Scores and their intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.score import RIGHT, Score, wilson, wrong

shares = st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=200)


def test_a_wrong_score_says_why():
    assert (wrong("perdu").value, wrong("perdu").why, wrong("perdu").right) == (0.0, "perdu", False)
    assert RIGHT.right
    assert not Score(value=0.5).right


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(0, 10, 0.0, 0.278), (9, 10, 0.596, 0.982), (50, 100, 0.404, 0.596)],
)
def test_the_interval_is_wilsons(right, total, low, high):
    values = [1.0] * right + [0.0] * (total - right)

    assert wilson(values) == pytest.approx((low, high), abs=0.001)


@given(shares)
def test_the_mean_lies_within_its_interval(values):
    low, high = wilson(values)

    mean = sum(values) / len(values)

    assert 0 <= low <= mean + 1e-9
    assert mean - 1e-9 <= high <= 1


def test_nothing_scored_says_nothing():
    assert wilson([]) == (0.0, 1.0)
