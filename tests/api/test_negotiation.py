"""Which format an `Accept` header asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.negotiation import EVENTS, JSON, preferred


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/*", JSON),
        ("text/event-stream", EVENTS),
        ("text/event-stream, */*", EVENTS),
        ("text/event-stream;q=0.5, application/json", JSON),
        ("TEXT/EVENT-STREAM", EVENTS),
        ("text/html, */*;q=0.1", JSON),
        ("application/json;q=0, */*", EVENTS),
        ("text/html", None),
        ("application/json;q=beaucoup", None),
    ],
)
def test_the_best_liked_format_is_chosen(accept: str, expected: str | None) -> None:
    assert preferred(accept, (JSON, EVENTS)) == expected


@given(st.text())
def test_any_header_gives_a_format_or_none(accept: str) -> None:
    assert preferred(accept, (JSON, EVENTS)) in {JSON, EVENTS, None}
