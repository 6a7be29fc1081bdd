"""What a report is made of."""

import pytest

from eval.report.content import Report


def test_a_report_of_no_run_is_refused():
    with pytest.raises(ValueError, match="at least one run"):
        Report(runs=())


def test_repeats_of_an_item_stand_in_order(make_report, trace_of):
    report = make_report(traces=(trace_of("find-1", repeat=1), trace_of("find-1")))

    assert [trace.repeat for trace in report.by_item["find-1"]] == [0, 1]


def test_a_reason_is_found_by_measure_and_item(make_report):
    report = make_report()

    assert report.why(report.ours, "retrieval.recall", "find-2") == "faute de find-2"
    assert report.why(report.ours, "retrieval.recall", "absent") == ""
    assert report.why(report.ours, "absent", "find-2") == ""
    assert report.why(None, "retrieval.recall", "find-2") == ""
