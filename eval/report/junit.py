"""A run as continuous integration reads tests: a suite per task, a case per measure and item."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from corpus.store.files import write_atomically
from eval.report.content import Report
from eval.report.words import say
from eval.runs.compare import ALL, POOLED
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
    """Return the first run as JUnit XML; what is unscored is skipped, what faulted is an error.

    Once the gate was asked, only the items of its broken demands are failures.
    """
    document = JUnitXml(report.ours.about.subject)
    traces, guilty = report.by_item, _guilty(report)
    suites: dict[str, TestSuite] = {}
    for measure in report.ours.measures:
        suite = suites.setdefault(measure.task, TestSuite(measure.task))
        blamed = None if guilty is None else guilty.get(measure.name, set())
        suite.add_testcases(list(_Cases(measure=measure, traces=traces, blamed=blamed)()))
    for suite in suites.values():
        document.add_testsuite(suite)
    text: bytes = document.tostring()  # type: ignore[no-untyped-call] # the library says nothing
    return text.decode("utf-8")


def _guilty(report: Report) -> Mapping[str, Collection[str]] | None:
    """Return the items of the broken demands of each measure; `None` when the gate was not asked.

    A demand on a whole task blames the measures under which its items got worse.
    """
    if report.verdict is None:
        return None
    held: dict[str, set[str]] = {}
    for broken in report.verdict.broken:
        held.setdefault(broken.measure, set()).update(broken.items)
    for change in report.changes:
        task = change.measure.partition(".")[0]
        pooled = held.get(f"{task}{POOLED}", set()) | held.get(ALL, set())
        held.setdefault(change.measure, set()).update(pooled.intersection(change.worse))
    return held


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cases:
    """Makes the cases of one measure."""

    measure: MeasureResult
    traces: Mapping[str, Sequence[Trace]]
    blamed: Collection[str] | None
    """Items that may be failures; `None` when all may."""

    def __call__(self) -> Iterator[TestCase]:
        """Yield the case of each item: those scored, then those that are not."""
        scored = self.measure.values
        for score in self.measure.scores:
            yield self._scored(score)
        for item, held in self.traces.items():
            if item not in scored and held[0].dataset == self.measure.dataset:
                case = self._case(item)
                case.result = [self._absence(item, held)]
                yield case

    def _scored(self, score: ItemScore) -> TestCase:
        """Return the case of a score: what is not wholly right says why, failure or not."""
        case = self._case(score.item)
        if score.value < 1:
            told = say("junit.score", value=percent(score.value))
            if self._blames(score.item):
                failure = Failure(_clean(score.why))
                failure.text = told
                case.result = [failure]
            else:
                case.system_out = _clean(f"{told}\n{score.why}")
        return case

    def _absence(self, item: str, traces: Sequence[Trace]) -> Outcome:
        """Return why an item has no score: it faulted, nothing is said of it, or it was lost."""
        fault = next((trace.fault for trace in traces if trace.fault), "")
        if fault:
            return Error(_clean(fault))
        lost = self.blamed is not None and item in self.blamed
        return Failure(say("junit.lost")) if lost else Skipped(say("junit.unscored"))

    def _blames(self, item: str) -> bool:
        """Return whether an item that is not wholly right is a failure."""
        return self.blamed is None or item in self.blamed

    def _case(self, item: str) -> TestCase:
        """Return the case of an item; its time is that of every reply it took."""
        traces = self.traces.get(item, ())
        spent = sum(exchange.seconds for trace in traces for exchange in trace.exchanges)
        return TestCase(_clean(item), _clean(self.measure.name), round(spent, 6))


def _clean(text: str) -> str:
    """Return a text without the characters XML cannot hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
