"""`spro eval run`: ask, score, compare, report."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from assistant.settings import Settings
from eval.commands.inputs import FROZEN, Inputs, chat_model, inputs, items_of, tasks_named
from eval.commands.progress import asking
from eval.commands.report import write_reports
from eval.commands.words import say
from eval.data.item import DEVELOPMENT, Item
from eval.gate.thresholds import default_path, read_thresholds
from eval.judges.base import Judge
from eval.judges.measures import TEMPERATURE, judge_measures, open_judge
from eval.judges.spending import Spending
from eval.runs.folder import Results
from eval.runs.run import Plan, run
from eval.subjects.base import Subject
from eval.subjects.opening import own_records
from eval.subjects.records import record_texts
from eval.suites import frozen
from eval.tasks.base import Task
from eval.tasks.ragas.task import ragas_measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be measured, and how."""

    split: str = DEVELOPMENT
    tasks: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ("assistant",)
    frozen: bool = False
    served: bool = False
    repeats: int = 1
    workers: int = 2
    quick: bool = False
    judge: str = ""
    results: Path = Path("eval/results")
    resume: Path | None = None
    base: Path | None = None


def measure(settings: Settings, request: Request) -> int:
    """Measure each subject on the same items, then write and print the reports of the first."""
    ours, *others = measured(settings, request)
    write_reports(ours, others, request.base, Console())
    return 0


def measured(settings: Settings, request: Request) -> list[Path]:
    """Measure each subject on the same items, and return the folders of their runs."""
    folder = request.resume or request.results / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    day = frozen_day() if request.frozen else datetime.now(UTC).date()
    items = frozen_items() if request.frozen else items_of(request.split)
    with inputs(settings, served=request.served, day=day) as given:
        judge = _judge(given, request.judge) if request.judge else None
        tasks = (*_tasks(given, request), *([_judging(judge)] if judge else []))
        work = _Work(given=given, request=request, tasks=tasks, items=items)
        paths = [work.measured(name, folder) for name in request.subjects]
    if judge:
        spent = judge.spending
        sys.stderr.write(
            say(
                "judge.spent",
                calls=spent.calls,
                cached=spent.cached,
                failed=spent.failed,
                read=spent.read,
                written=spent.written,
            )
            + "\n"
        )
    return paths


def frozen_items() -> Mapping[str, list[Item]]:
    """Return the items of the frozen suite by data set."""
    path = frozen.default_path()
    return frozen.restricted(items_of(DEVELOPMENT), frozen.read_suite(path), path)


def frozen_day() -> date:
    """Return the day the frozen suite is answered on."""
    return read_thresholds(default_path()).day


def frozen_run(given: Inputs, subject: Subject, path: Path, tasks: Sequence[str] = ()) -> Results:
    """Measure a subject on the frozen suite, all tasks or some, without the slow measures."""
    request = Request(frozen=True, quick=True)
    work = _Work(given=given, request=request, tasks=tasks_named(tasks), items=frozen_items())
    return run(work.plan(subject), path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """One request, opened."""

    given: Inputs
    request: Request
    tasks: tuple[Task, ...]
    items: Mapping[str, Sequence[Item]]

    def measured(self, name: str, folder: Path) -> Path:
        """Measure one subject, and return the folder of its run."""
        subject = self.given.subject(name)
        path = folder / "".join(c if c.isalnum() else "-" for c in subject.name)
        with asking(subject.name) as progress:
            run(self.plan(subject), path, progress)
        return path

    def plan(self, subject: Subject) -> Plan:
        """Return how a subject is measured."""
        request = self.request
        base = "served" if request.served else "own records"
        return Plan(
            subject=subject,
            tasks=self.tasks,
            items=self.items,
            split=request.split,
            suite=FROZEN if request.frozen else "",
            repeats=request.repeats,
            workers=request.workers,
            slow=not request.quick,
            extra={"day": str(self.given.day), "base": base},
        )


def _tasks(given: Inputs, request: Request) -> tuple[Task, ...]:
    """Return the tasks asked for, those of ragas when all are."""
    tasks = tasks_named(request.tasks)
    return tasks if request.quick or request.tasks else (*tasks, _ragas(given))


def _ragas(given: Inputs) -> Task:
    """Return the measures of ragas that need no model."""
    records = record_texts(own_records(given.settings))
    return Task(
        name="ragas",
        asks="What does a public library say of the same replies?",
        measures=ragas_measures(records, given.embedder),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """A judge, and the account of what it costs."""

    judge: Judge
    spending: Spending


def _judge(given: Inputs, name: str) -> _Judge:
    """Return the judge at an address; its replies are kept, so that none is paid twice."""
    model = chat_model(name, temperature=TEMPERATURE)
    judge, spending = open_judge(model, given.embedder, given.settings.home / "eval" / "judge")
    return _Judge(judge=judge, spending=spending)


def _judging(opened: _Judge) -> Task:
    """Return the measures of a judge model."""
    return Task(
        name="judge",
        asks="What does a judge model say of the same replies?",
        measures=judge_measures(opened.judge),
    )
