"""How sure a figure is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.runs.statistics import SEED, Interval, adjusted, difference, interval

SPREAD = [((7 * n) % 31) / 31 for n in range(31)]
BITS = st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=40)


def test_nothing_scored_says_nothing():
    assert interval([]) == Interval(low=0.0, high=1.0)


def test_shares_have_wilsons_bounds():
    found = interval([1.0] * 8 + [0.0] * 2)

    # Wilson (1927), 8 of 10, read from the formula.
    assert found.low == pytest.approx(0.4902, abs=1e-4)
    assert found.high == pytest.approx(0.9433, abs=1e-4)


@given(BITS)
def test_bounds_hold_the_mean_and_stay_in_range(values):
    found = interval(values)

    assert 0 <= found.low <= sum(values) / len(values) + 1e-9
    assert sum(values) / len(values) - 1e-9 <= found.high <= 1


def test_fractions_are_resampled_the_same_way_each_time():
    values = [0.1, 0.5, 0.9, 0.4]

    assert interval(values) == interval(values)
    assert 0.1 <= interval(values).low < 0.475 < interval(values).high <= 0.9


def test_the_bounds_of_fractions_are_percentiles_of_resampled_means():
    drawn = np.random.default_rng(SEED).integers(0, len(SPREAD), (2000, len(SPREAD)))
    low, high = np.percentile(np.asarray(SPREAD)[drawn].mean(axis=1), [2.5, 97.5])

    found = interval(SPREAD)

    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("values", [[0.3], [0.1] * 3, [0.3, 0.7]])
def test_values_too_few_or_all_equal_are_their_own_bounds(values):
    assert interval(values) == Interval(low=values[0], high=values[-1])


def test_runs_that_agree_do_not_differ():
    same = difference([1.0, 0.0], [1.0, 0.0])

    assert (same.mean, same.p, same.items) == (0.0, 1.0, 2)
    assert same.interval == Interval(low=0.0, high=0.0)


def test_a_real_fall_is_beyond_chance():
    fell = difference([0.0] * 12 + [1.0] * 20, [1.0] * 32)

    assert (fell.mean, fell.items) == (pytest.approx(-12 / 32), 32)
    assert fell.p < 0.01
    assert fell.interval.high < 0


def test_two_items_that_swap_are_chance():
    assert difference([1.0, 0.0, 1.0], [0.0, 1.0, 1.0]).p == 1.0


def test_a_single_item_is_chance():
    assert difference([0.0, 1.0], [1.0, 1.0]).p > 0.05


@pytest.mark.parametrize(
    ("ours", "p"),
    [([0.9, 0.8, 0.7, 0.6], 2 / 16), ([0.9, 0.8, 0.7, 0.4], 4 / 16), ([0.9, 0.2, 0.5, 0.5], 1.0)],
)
def test_changes_of_several_sizes_are_tried_with_every_sign(ours, p):
    assert difference(ours, [0.5] * 4).p == pytest.approx(p)


def test_thirteen_changes_are_still_tried_with_every_sign():
    ours = [0.5 + n / 30 for n in range(1, 14)]

    assert difference(ours, [0.5] * 13).p == pytest.approx(2 / 2**13)


def test_many_changes_are_drawn_ten_thousand_times_the_same_way_each_time():
    base = [0.5] * len(SPREAD)

    first, *others = [difference(SPREAD, base).p for _ in range(4)]

    assert others == [first] * 3
    assert 0.5 < first < 1
    # Twice the share of the draws, this one counted, on the smaller side.
    assert first * 10_001 / 2 == pytest.approx(round(first * 10_001 / 2), abs=1e-6)


@given(BITS)
def test_a_difference_turned_round_is_its_opposite(values):
    base = [1.0] * len(values)

    assert difference(values, base).mean == -difference(base, values).mean
    assert difference(values, base).p == difference(base, values).p


def test_asking_many_questions_makes_each_less_sure():
    assert adjusted([0.01, 0.9, 0.9, 0.9])[0] == pytest.approx(0.04)
    assert adjusted([]) == []
