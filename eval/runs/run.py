"""One run from end to end: which items, asked how, scored, kept."""

import hashlib
import resource
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Final

from corpus.model.errors import SproError
from eval.bench.machine import describe_machine
from eval.data.item import Item
from eval.runs.ask import Job, ask_all, in_order
from eval.runs.folder import About, Results, RunFolder
from eval.runs.results import score_all
from eval.scripts.all import SCRIPTS
from eval.scripts.base import Script
from eval.subjects.base import Subject
from eval.tasks.base import Measure, Task
from eval.trace.trace import Trace

_KILO: Final = 1024


class OtherRunError(SproError):
    """The folder holds a run of something else, which must not be mixed with this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to ask, of whom, how often."""

    subject: Subject
    tasks: Sequence[Task]
    items: Mapping[str, Sequence[Item]]
    """Items by data set: the split, or the suite, and nothing else."""
    split: str
    suite: str = ""
    repeats: int = 1
    workers: int = 2
    slow: bool = True
    """Whether measures that cost more than they tell on a small suite are taken too."""
    scripts: Mapping[str, Script] = field(default_factory=lambda: SCRIPTS)
    """How the items of each data set are put."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """What else the replies depend on (the day, the base), added to the subject's versions."""

    @property
    def measures(self) -> list[tuple[str, Measure]]:
        """Return each measure with the name of its task."""
        return [
            (task.name, measure)
            for task in self.tasks
            for measure in task.measures
            if self.slow or not measure.slow
        ]

    @property
    def asked(self) -> dict[str, Sequence[Item]]:
        """Return the items some measure needs, by data set."""
        needed = {measure.dataset for _, measure in self.measures}
        return {name: items for name, items in self.items.items() if name in needed}

    @property
    def jobs(self) -> list[Job]:
        """Return every question to put, all items once before any twice."""
        return [
            Job(dataset=name, item=item, script=self.scripts[name], repeat=repeat)
            for repeat in range(self.repeats)
            for name, items in self.asked.items()
            for item in items
        ]


Progress = Callable[[Trace, int, int], None]
"""Hears each trace, how many are done and how many there are."""


def run(plan: Plan, path: Path, progress: Progress = lambda *_: None) -> Results:
    """Ask what is not asked yet, score everything, keep it all in `path`, return the scores.

    Raises OtherRunError when the folder holds a run of other items, code or versions.
    """
    folder = RunFolder(path)
    about = about_of(plan)
    spent = _resumed(folder, about)
    start = perf_counter()
    done = {trace.key for trace in folder.traces() if not trace.fault}
    jobs = [job for job in plan.jobs if job.key not in done]
    asked = folder.add(ask_all(plan.subject, jobs, plan.workers))
    for number, trace in enumerate(asked, start=1):
        progress(trace, number, len(jobs))
    results = score_all(plan.measures, plan.asked, in_order(_latest(folder.traces())))
    seconds = spent + perf_counter() - start
    return folder.finish(_finished(about, plan, seconds), results)


def about_of(plan: Plan) -> About:
    """Return what a run is made with."""
    machine = describe_machine()
    return About(
        subject=plan.subject.name,
        versions={**plan.subject.versions, **plan.extra},
        split=plan.split,
        suite=plan.suite,
        repeats=plan.repeats,
        tasks=tuple(task.name for task in plan.tasks),
        datasets={name: digest(items) for name, items in plan.asked.items()},
        code=machine.commit,
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=f"{machine.cores} cœurs, {machine.memory_gigabytes:.0f} Go, {machine.system}",
    )


def digest(items: Iterable[Item]) -> str:
    """Return what tells these items, labels included, from any others."""
    return hashlib.sha256(repr(sorted(items, key=lambda i: i.id)).encode()).hexdigest()[:12]


def _resumed(folder: RunFolder, about: About) -> float:
    """Begin the folder, or go on with it; return the seconds already spent."""
    if not folder.exists:
        folder.begin(about)
        return 0.0
    before = folder.about()
    if not before.same_as(about):
        msg = f"{folder.path} : le dossier contient une autre mesure ; en choisir un autre"
        raise OtherRunError(msg)
    folder.mend()
    return before.seconds


def _latest(traces: Iterable[Trace]) -> list[Trace]:
    """Return one trace a key: the last, for what failed once may have been asked again."""
    return list({trace.key: trace for trace in traces}.values())


def _finished(about: About, plan: Plan, seconds: float) -> About:
    """Return what is known only once all was asked."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILO
    versions = {**plan.subject.versions, **plan.extra}
    return about.model_copy(update={"seconds": seconds, "memory": memory, "versions": versions})
