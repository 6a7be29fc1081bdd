"""A run as continuous integration reads tests: a suite per task, a case per measure and item."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from corpus.store.files import write_atomically
from eval.report.content import Report
from eval.report.words import say
from eval.runs.results import ItemScore, MeasureResult
from eval.trace.trace import Trace
from eval.wording.figures import percent

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, even escaped."""
Outcome: TypeAlias = Failure | Error | Skipped


def write_junit(report: Report, path: Path) -> None:
    """Write the report of the first run as JUnit XML."""
    write_atomically(path, junit(report))


def junit(report: Report) -> str:
    """Return the first run as JUnit XML; what is unscored is skipped, what faulted is an error."""
    document = JUnitXml(report.ours.about.subject)
    traces = report.by_item
    suites: dict[str, TestSuite] = {}
    for measure in report.ours.measures:
        suite = suites.setdefault(measure.task, TestSuite(measure.task))
        suite.add_testcases(list(_cases(measure, traces)))
    for suite in suites.values():
        document.add_testsuite(suite)
    text: bytes = document.tostring()  # type: ignore[no-untyped-call] # the library says nothing
    return text.decode("utf-8")


def _cases(measure: MeasureResult, traces: Mapping[str, Sequence[Trace]]) -> Iterator[TestCase]:
    """Yield the case of each item of a measure: those scored, then those that are not."""
    scored = {score.item for score in measure.scores}
    for score in measure.scores:
        yield _case(measure, score.item, traces.get(score.item, ()), _failures(score))
    for item, held in traces.items():
        if item not in scored and held[0].dataset == measure.dataset:
            yield _case(measure, item, held, [_absence(held)])


def _case(
    measure: MeasureResult, item: str, traces: Sequence[Trace], outcome: Sequence[Outcome]
) -> TestCase:
    """Return one case; its time is that of every reply it took."""
    spent = sum(exchange.seconds for trace in traces for exchange in trace.exchanges)
    case = TestCase(_clean(item), _clean(measure.name), round(spent, 6))
    case.result = list(outcome)
    return case


def _failures(score: ItemScore) -> list[Outcome]:
    """Return why an item is not wholly right; nothing when it is."""
    if score.value >= 1:
        return []
    failure = Failure(_clean(score.why))
    failure.text = say("junit.score", value=percent(score.value))
    return [failure]


def _absence(traces: Sequence[Trace]) -> Outcome:
    """Return why an item has no score."""
    fault = next((trace.fault for trace in traces if trace.fault), "")
    return Error(_clean(fault)) if fault else Skipped(say("junit.unscored"))


def _clean(text: str) -> str:
    """Return a text without the characters XML cannot hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
