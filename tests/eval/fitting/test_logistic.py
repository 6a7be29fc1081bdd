"""The line between two sides: what it must be, whatever the way to find it."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_matrix

from eval.fitting.logistic import separated

WIDTH = 3
COORDINATES = st.floats(-2, 2, width=16)


@st.composite
def sides(draw):
    """Draw points, the side of each (both are there), and a penalty."""
    count = draw(st.integers(2, 12))
    features = draw(arrays(np.float64, (count, WIDTH), elements=COORDINATES))
    positive = draw(arrays(np.bool_, count))
    assume(0 < positive.sum() < count)
    return features, positive, draw(st.floats(0.1, 10))


def loss(features, positive, penalty, weights, bias):
    """What the line is the least of, written another way than in the code."""
    chances = 1 / (1 + np.exp(-(features @ weights + bias)))
    likely = np.where(positive, chances, 1 - chances)
    return -np.log(likely).sum() + penalty * (weights**2).sum() / 2


def test_points_on_two_sides_are_told_apart():
    features = np.array([[2.0, 1.0], [3.0, -1.0], [-2.0, 1.0], [-3.0, -1.0]])

    weights, bias = separated(features, np.array([True, True, False, False]), 0.1)

    assert np.array_equal(features @ weights + bias > 0, [True, True, False, False])
    assert abs(weights[1]) < abs(weights[0]) / 10


@settings(deadline=None, max_examples=25)
@given(drawn=sides(), step=arrays(np.float64, WIDTH + 1, elements=st.floats(-1, 1, width=16)))
def test_no_other_line_is_better(drawn, step):
    features, positive, penalty = drawn

    weights, bias = separated(features, positive, penalty)

    other = loss(features, positive, penalty, weights + step[:-1], bias + step[-1])
    assert loss(features, positive, penalty, weights, bias) <= other + 1e-5


@settings(deadline=None, max_examples=25)
@given(sides())
def test_a_sparse_matrix_gives_the_line_of_a_dense_one(drawn):
    features, positive, penalty = drawn

    dense, sparse = (separated(f, positive, penalty) for f in (features, csr_matrix(features)))

    assert sparse[0] == pytest.approx(dense[0], abs=1e-3)
    assert sparse[1] == pytest.approx(dense[1], abs=1e-3)


@settings(deadline=None, max_examples=25)
@given(sides())
def test_the_other_side_gets_the_opposite_line(drawn):
    features, positive, penalty = drawn

    (weights, bias), (others, other) = (
        separated(features, side, penalty) for side in (positive, ~positive)
    )

    assert others == pytest.approx(-weights, abs=1e-3)
    assert other == pytest.approx(-bias, abs=1e-3)


@settings(deadline=None, max_examples=25)
@given(sides())
def test_the_bias_bears_no_penalty_so_that_chances_add_up_to_the_count(drawn):
    features, positive, penalty = drawn

    weights, bias = separated(features, positive, penalty)

    chances = 1 / (1 + np.exp(-(features @ weights + bias)))
    assert chances.sum() == pytest.approx(positive.sum(), abs=1e-2)


def test_the_heavier_the_penalty_the_less_a_line_says():
    features, positive = np.array([[1.0], [2.0], [-1.0], [-1.5]]), np.array([1, 1, 0, 0], bool)

    sizes = [float(separated(features, positive, penalty)[0][0]) for penalty in (0.1, 1, 10, 1e6)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == pytest.approx(0, abs=1e-4)


def test_without_anything_to_tell_them_apart_the_commoner_side_is_the_likelier():
    weights, bias = separated(np.zeros((4, 0)), np.array([True, True, True, False]), 1.0)

    assert weights.shape == (0,)
    assert bias == pytest.approx(np.log(3), abs=1e-3)


def test_points_very_far_away_do_not_overflow():
    features = np.array([[1e4], [-1e4], [2e4], [-2e4]])

    weights, bias = separated(features, np.array([True, False, True, False]), 1e-3)

    assert np.isfinite([*weights, bias]).all()
    assert weights[0] > 0
