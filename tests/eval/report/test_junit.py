"""JUnit, read back as continuous integration does."""

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from eval.report.junit import junit, write_junit


@pytest.fixture
def read(make_report, trace_of):
    """Return the cases of a report by measure and item."""

    def reading(**changes):
        found = JUnitXml.fromstring(junit(make_report(**changes)).encode())
        return {(case.classname, case.name): case for suite in found for case in suite}

    return reading


def test_a_suite_stands_for_a_task_and_counts_its_cases(make_report):
    suites = {suite.name: suite for suite in JUnitXml.fromstring(junit(make_report()).encode())}

    assert set(suites) == {"retrieval", "referral"}
    retrieval = suites["retrieval"]
    assert (retrieval.tests, retrieval.failures, retrieval.skipped) == (4, 2, 1)


def test_a_failure_says_why_and_how_far(read):
    (failure,) = read()["retrieval.first", "find-2"].result

    assert isinstance(failure, Failure)
    assert failure.message == "faute de find-2"
    assert failure.text == "Note : 50,0\N{NO-BREAK SPACE}%"


def test_what_is_right_passes_and_has_its_time(read):
    case = read()["retrieval.recall", "find-1"]

    assert case.is_passed
    assert case.time == 0.03


def test_what_is_unscored_is_skipped_and_what_faulted_is_an_error(read, trace_of):
    (skipped,) = read()["retrieval.first", "find-1"].result
    (error,) = read(traces=[trace_of("find-1", fault="panne")])["retrieval.first", "find-1"].result

    assert isinstance(skipped, Skipped)
    assert isinstance(error, Error)
    assert error.message == "panne"


def test_an_item_of_another_data_set_is_no_case_of_a_measure(read):
    assert ("referral.bodies", "find-1") not in read()


def test_what_xml_cannot_hold_is_replaced(make_report, trace_of, tmp_path):
    path = tmp_path / "junit.xml"

    write_junit(make_report(traces=[trace_of("find-1", fault="a\x00<b>\ud800")]), path)

    messages = [
        r.message for suite in JUnitXml.fromfile(str(path)) for c in suite for r in c.result
    ]
    assert "a\N{REPLACEMENT CHARACTER}<b>\N{REPLACEMENT CHARACTER}" in messages
