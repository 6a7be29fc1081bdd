"""A score lies between 0 and 1, and a fault has its reason."""

import pytest

from eval.scorers.base import RIGHT, Score, right_if, share, wrong


@pytest.mark.parametrize("value", [-0.01, 1.01])
def test_a_score_out_of_bounds_is_refused(value):
    with pytest.raises(ValueError, match=rf"^a score lies between 0 and 1, not {value}$"):
        Score(value=value, why="essai")


@pytest.mark.parametrize("value", [0.0, 0.99])
def test_a_fault_without_its_reason_is_refused(value):
    with pytest.raises(ValueError, match=r"^a reply that is not wholly right needs a reason$"):
        Score(value=value)


@pytest.mark.parametrize(("value", "right"), [(0.0, False), (0.99, False), (1.0, True)])
def test_only_what_is_wholly_right_is_right(value, right):
    assert Score(value=value, why="essai").right is right


def test_what_is_right_needs_no_reason():
    assert Score(value=1.0) == RIGHT
    assert (RIGHT.value, RIGHT.why) == (1.0, "")


def test_what_is_wrong_is_nothing_with_its_reason():
    assert wrong("essai") == Score(value=0.0, why="essai")


def test_right_if_gives_the_reason_only_when_it_does_not_hold():
    assert right_if(holds=True, why="essai") == RIGHT
    assert right_if(holds=False, why="essai") == wrong("essai")


def test_a_share_names_the_wrong_parts_in_order():
    assert share(["b", "a"], 8) == Score(value=0.75, why="a | b")
    assert share(["a", "b"], 2) == Score(value=0.0, why="a | b")


def test_a_share_without_wrong_parts_is_right():
    assert share([], 3) == RIGHT


def test_a_share_of_no_part_is_absent():
    assert share([], 0) is None


def test_a_score_does_not_change():
    with pytest.raises(AttributeError):
        RIGHT.value = 0.0
