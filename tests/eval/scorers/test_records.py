"""Records and their sheets."""

import pytest

from eval.scorers.records import (
    cited_sheets,
    grades,
    relevant_sheets,
    rightly_alarmed,
    sheet_of,
)
from eval.trace.observed import Observed


def test_the_sheet_of_a_record_is_what_stands_before_its_aspect():
    assert sheet_of("scheme:vae#access") == "scheme:vae"
    assert sheet_of("scheme:vae") == "scheme:vae"


def test_every_graded_record_makes_its_sheet_relevant(make_item):
    item = make_item(relevant={"scheme:vae#access": 2, "scheme:cpf#who": 1})

    assert relevant_sheets(item) == {"scheme:vae", "scheme:cpf"}


def test_an_item_without_labels_has_no_relevant_sheet(make_item):
    assert grades(make_item()) == {}
    assert relevant_sheets(make_item(relevant=None)) == frozenset()


def test_a_citation_that_tells_no_record_is_of_no_known_sheet(cite):
    assert cited_sheets([cite("q", record="scheme:vae#access"), cite("q")]) == {"scheme:vae"}


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
