"""`spro eval run`: ask, score, compare, report."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from assistant.settings import Settings
from eval.commands.inputs import (
    FROZEN,
    RECIPE,
    Inputs,
    WrongUseError,
    inputs,
    items_of,
    tasks_named,
)
from eval.commands.models import NO_MODELS, Models
from eval.commands.progress import asking
from eval.commands.report import write_reports
from eval.commands.words import say
from eval.data.item import DEVELOPMENT, Item
from eval.gate.thresholds import default_path, read_thresholds
from eval.judges.spending import Price
from eval.runs.folder import About, Results, RunFolder
from eval.runs.run import Plan, run
from eval.subjects.base import Subject
from eval.subjects.opening import own_records
from eval.subjects.records import record_texts
from eval.suites import frozen
from eval.tasks.base import Task
from eval.tasks.ragas.task import ragas_measures

SERVED = "served"
OWN = "its own"


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
    price: Price | None = None
    users: str = ""
    results: Path = Path("eval/results")
    resume: Path | None = None
    base: Path | None = None
    thresholds: Path | None = None
    day: date | None = None
    """Day the questions are answered on; today, or that of the suite, unless a run is resumed."""

    def __post_init__(self) -> None:
        """Refuse a frozen suite of the test split: it is drawn from the development split."""
        if self.frozen and self.split != DEVELOPMENT:
            raise WrongUseError(say("inputs.frozen"))


def measure(settings: Settings, request: Request) -> int:
    """Measure each subject on the same items, then write and print the reports of the first."""
    ours, *others = measured(settings, request)
    write_reports(ours, others, request.base, Console(), request.thresholds)
    return 0


def measured(settings: Settings, request: Request) -> list[Path]:
    """Measure each subject on the same items, and return the folders of their runs."""
    folder = request.resume or request.results / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    request = _resumed(request, folder) if request.resume else request
    day = request.day or (frozen_day() if request.frozen else datetime.now(UTC).date())
    items = frozen_items() if request.frozen else items_of(request.split)
    with inputs(settings, served=request.served, day=day) as given:
        models = Models.of(given, judge=request.judge, price=request.price, users=request.users)
        tasks = (*_tasks(given, request), *models.tasks)
        work = _Work(given=given, request=request, tasks=tasks, items=items, models=models)
        paths = [work.measured(name, folder) for name in request.subjects]
    sys.stderr.writelines(f"{line}\n" for line in models.spent)
    return paths


def _resumed(request: Request, folder: Path) -> Request:
    """Return a request that goes on with the runs of a folder: same items, same day."""
    begun = [RunFolder(path).about() for path in folder.glob("*/") if RunFolder(path).exists]
    if not begun:
        raise WrongUseError(say("inputs.resume", path=folder))
    about = begun[0]
    known = tuple(task.name for task in tasks_named(()) if task.name in about.tasks)
    return replace(
        request,
        split=about.split,
        frozen=about.suite == FROZEN,
        repeats=about.repeats,
        served=about.versions.get("base") == SERVED,
        tasks=() if len(known) == len(tasks_named(())) else known,
        quick="ragas" not in about.tasks,
        day=_day_of(begun),
    )


def _day_of(begun: Sequence[About]) -> date | None:
    """Return the day of runs begun; nothing when each subject has its own."""
    days = (about.versions.get("day", "") for about in begun)
    return next((date.fromisoformat(day) for day in days if day[:1].isdigit()), None)


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
    models: Models = NO_MODELS

    def measured(self, name: str, folder: Path) -> Path:
        """Measure one subject, and return the folder of its run."""
        subject = self.given.subject(name)
        path = folder / "".join(c if c.isalnum() else "-" for c in subject.name)
        with asking(subject.name) as progress:
            run(self.plan(subject, elsewhere=_elsewhere(name)), path, progress)
        return path

    def plan(self, subject: Subject, *, elsewhere: bool = False) -> Plan:
        """Return how a subject is measured; one elsewhere has a day and a base of its own."""
        request = self.request
        base = SERVED if request.served else "own records"
        return Plan(
            subject=subject,
            tasks=self.tasks,
            items=self.items,
            split=request.split,
            suite=FROZEN if request.frozen else "",
            repeats=request.repeats,
            workers=request.workers,
            slow=not request.quick,
            scripts=self.models.scripts,
            extra={
                "day": OWN if elsewhere else str(self.given.day),
                "base": OWN if elsewhere else base,
                **self.models.versions,
            },
        )


def _elsewhere(name: str) -> bool:
    """Return whether a subject answers at an address, on its own day and from its own base."""
    return "http" in name and not name.startswith(RECIPE)


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
