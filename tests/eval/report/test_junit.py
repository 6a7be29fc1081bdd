"""JUnit, read back as continuous integration does."""

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from eval.gate.gate import Broken, Kind, Verdict
from eval.report.junit import junit, write_junit
from eval.runs.compare import Change


def red(measure, *items, kind=Kind.FLOOR):
    broken = Broken(measure=measure, kind=kind, found=0.1, demanded=0.5, items=items)
    return Verdict(broken=(broken,), checked=1)


def moved(measure, *items):
    return Change(measure=measure, ours=0.0, base=1.0, difference=None, worse=items)


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
    assert failure.text == "Note\N{NO-BREAK SPACE}: 50,0\N{NO-BREAK SPACE}%"


def test_under_a_green_gate_what_is_not_wholly_right_passes_and_says_why(read):
    case = read(verdict=Verdict(broken=(), checked=3))["retrieval.first", "find-2"]

    assert case.is_passed
    assert case.system_out == "Note\N{NO-BREAK SPACE}: 50,0\N{NO-BREAK SPACE}%\nfaute de find-2"


@pytest.mark.parametrize(
    ("demand", "failed"),
    [
        (("retrieval.first", "find-2"), True),
        (("retrieval.first", "find-1"), False),
        (("retrieval.recall", "find-2"), False),
    ],
)
def test_only_items_of_a_broken_demand_of_the_measure_are_failures(read, demand, failed):
    case = read(verdict=red(*demand))["retrieval.first", "find-2"]

    assert (case.is_failure, case.is_passed) == (failed, not failed)
    assert (case.system_out is None) is failed


@pytest.mark.parametrize("demand", ["retrieval.*", "*"])
def test_a_demand_on_a_whole_task_blames_the_measures_that_fell(read, demand):
    changes = [moved("retrieval.first", "find-2"), moved("retrieval.recall", "find-1")]
    found = read(verdict=red(demand, "find-2", kind=Kind.FALL), changes=changes)

    assert found["retrieval.first", "find-2"].is_failure
    assert found["retrieval.recall", "find-2"].is_passed


def test_a_demand_on_another_task_blames_nobody_here(read):
    changes = [moved("retrieval.first", "find-2")]
    found = read(verdict=red("referral.*", "find-2", kind=Kind.FALL), changes=changes)

    assert found["retrieval.first", "find-2"].is_passed


def test_what_a_demand_finds_lost_is_a_failure(read):
    lost = red("retrieval.first", "find-1", kind=Kind.UNSCORED)
    found = read(verdict=lost)

    assert found["retrieval.first", "find-1"].is_failure
    assert found["retrieval.recall", "find-1"].is_passed


def test_a_fault_is_an_error_whatever_the_gate_says(read, trace_of):
    held = [trace_of("find-1", fault="panne")]
    verdict = red("retrieval.first", "find-1", kind=Kind.FAULT)

    assert read(traces=held, verdict=verdict)["retrieval.first", "find-1"].is_error


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
