"""Records that answer."""

import pytest

from eval.scorers.records import grades, relevant_sheets, rightly_alarmed
from eval.trace.observed import Observed


def test_every_graded_record_makes_its_sheet_relevant(make_item):
    item = make_item(relevant={"scheme:vae#access": 2, "scheme:cpf#who": 1})

    assert relevant_sheets(item) == {"scheme:vae", "scheme:cpf"}


def test_an_item_without_labels_has_no_relevant_sheet(make_item):
    assert grades(make_item()) == {}
    assert relevant_sheets(make_item(relevant=None)) == frozenset()


@pytest.mark.parametrize(
    ("outcome", "expected", "rightly"),
    [
        ("crisis", {"outcome": ["answered", "crisis"]}, True),
        ("crisis", {"outcome": ["answered"]}, False),
        ("answered", {"outcome": ["answered", "crisis"]}, False),
        ("crisis", {}, False),
    ],
)
def test_an_alarm_is_right_where_one_was_due(make_item, outcome, expected, rightly):
    assert rightly_alarmed(make_item(**expected), Observed(outcome=outcome)) is rightly
