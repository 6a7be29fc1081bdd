"""Which messages teach where the records end."""

from dataclasses import replace

import pytest

from eval.data.datasets import load
from eval.data.item import DEVELOPMENT, TEST
from eval.fitting.border import border, development_border


@pytest.fixture
def message(make_item):
    """Return the first of several messages that falls on a side of the split."""

    def make(split=DEVELOPMENT, **expected):
        items = (make_item(f"message {number}", **expected) for number in range(100))
        return next(item for item in items if item.split == split)

    return make


@pytest.mark.parametrize(
    ("expected", "answerable"),
    [
        ({}, True),
        ({"outcome": ["answered"]}, True),
        ({"outcome": ["answered", "referred"], "kind": "answerable"}, True),
        ({"outcome": ["declined"], "kind": "out_of_scope"}, False),
        ({"outcome": ["declined", "referred", "clarify"]}, False),
    ],
)
def test_a_message_that_must_be_answered_or_must_not_teaches(message, expected, answerable):
    taught = border([message(**expected)])

    assert taught.answerable.tolist() == [answerable]
    assert taught.answerable.dtype == bool


def test_a_message_that_may_be_answered_or_not_teaches_nothing(message):
    either = message(outcome=["declined", "answered"], kind="near_domain")

    assert border([either]).items == []


def test_the_test_split_teaches_nothing(message):
    assert border([message(split=TEST), message(split=TEST, outcome=["declined"])]).items == []


def test_a_disputed_label_teaches_nothing(message):
    assert border([replace(message(), review="disputed")]).items == []
    assert len(border([replace(message(), review="agreed")]).items) == 1


def test_a_followup_is_not_a_message_by_itself(make_item):
    items = (
        replace(make_item(f"et après {number} ?"), history=("le CAP",)) for number in range(100)
    )

    assert border(items).items == []


def test_sides_stay_with_their_messages(message):
    good, either, bad = (
        message(outcome=outcome)
        for outcome in (["answered"], ["answered", "declined"], ["declined"])
    )

    taught = border(iter([bad, either, good, bad]))

    assert taught.items == [bad, good, bad]
    assert taught.answerable.tolist() == [False, True, False]


def test_no_message_teaches_an_empty_border():
    assert border([]).answerable.shape == (0,)


def test_the_border_of_the_data_sets_has_both_sides_and_nothing_of_the_test_split():
    held = [*load("retrieval"), *load("abstention")]

    taught = development_border()

    assert len(taught.items) == len(taught.answerable) > 200
    assert 0.05 < float(taught.answerable.mean()) < 0.95
    assert {item.split for item in taught.items} == {DEVELOPMENT}
    assert {item.id for item in taught.items} <= {item.id for item in held}
