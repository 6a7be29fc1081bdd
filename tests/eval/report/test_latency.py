"""How long replies took."""

import pytest

from eval.report.latency import FIRST, WHOLE, buckets, spreads, times


def test_times_are_those_of_every_exchange(trace_of):
    assert times([trace_of("find-1", seconds=0.5), trace_of("find-2", seconds=0.25)]) == [0.5, 0.25]


def test_the_whole_the_first_sentence_and_each_step_have_their_spread(trace_of):
    traces = [trace_of("find-1", seconds=n / 100) for n in range(1, 101)]

    whole, first, understand, retrieve = spreads(traces)

    assert (whole.part, whole.count, whole.longest) == (WHOLE, 100, 1.0)
    assert (whole.median, whole.p95) == (pytest.approx(0.505), pytest.approx(0.9505))
    assert (first.part, first.median) == (FIRST, 0.02)
    assert (understand.part, retrieve.part) == ("understand", "retrieve")


def test_what_was_not_timed_is_absent(trace_of):
    parts = [one.part for one in spreads([trace_of("find-1", steps={}, first=None)])]

    assert parts == [WHOLE]
    assert spreads([]) == []


def test_buckets_hold_their_lower_end_and_not_their_upper_end():
    found = buckets([0.01, 0.0149, 0.015, 0.03])

    told = [(round(one.low, 4), round(one.high, 4), one.count) for one in found]
    assert told == [(0.01, 0.015, 2), (0.015, 0.02, 1), (0.02, 0.03, 0), (0.03, 0.05, 1)]


@pytest.mark.parametrize("held", [0.0, 1e9])
def test_a_time_out_of_all_reason_is_counted_at_the_end(held):
    assert [one.count for one in buckets([held])] == [1]


def test_no_time_has_no_bucket():
    assert buckets([]) == []
