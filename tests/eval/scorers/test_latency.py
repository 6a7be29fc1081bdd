"""Waits, short and long."""

import pytest

from eval.scorers.latency import first_in_time, whole_in_time


@pytest.mark.parametrize(("seconds", "right"), [(0.0, True), (0.15, True), (0.151, False)])
def test_a_wait_is_at_most_150_ms(make_item, make_trace, seconds, right):
    whole = whole_in_time(make_item(), make_trace(seconds=seconds, first=9.0))
    first = first_in_time(make_item(), make_trace(seconds=9.0, first=seconds))

    assert whole.right is first.right is right
    assert whole.why == first.why == ("" if right else "0.151 s, not 0.15")


def test_a_slow_machine_is_given_as_much_more(make_item, make_trace):
    in_time, late = (make_trace(seconds=seconds, pace=2.0) for seconds in (0.3, 0.301))

    assert whole_in_time(make_item(), in_time).right
    assert whole_in_time(make_item(), late).why == "0.301 s, not 0.3"


def test_a_first_sentence_nobody_timed_is_not_scored(make_item, make_trace):
    assert first_in_time(make_item(), make_trace(first=None)) is None
