"""`spro eval faults`: is each planted fault seen by the gate?"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from assistant.settings import Settings
from eval.commands.freeze import BASE
from eval.commands.gate import verdict_of
from eval.commands.inputs import Inputs, WrongUseError, inputs
from eval.commands.measure import frozen_day, frozen_run
from eval.commands.words import say
from eval.faults.planted import FAULTS
from eval.gate.gate import Verdict
from eval.gate.thresholds import default_path, read_thresholds
from eval.pages import put_between
from eval.runs.compare import incomparable
from eval.runs.folder import Results, read_results
from eval.subjects.base import Subject
from eval.subjects.in_process import InProcess
from eval.wording.figures import ABSENT, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A fault, and what the gate said of it."""

    name: str
    verdict: Verdict

    @property
    def tasks(self) -> frozenset[str]:
        """Return the tasks that turned red."""
        return frozenset(broken.measure.partition(".")[0] for broken in self.verdict.broken)

    @property
    def caught(self) -> bool:
        """Return whether a task that should turn red did."""
        return not self.tasks.isdisjoint(FAULTS[self.name].caught_by)


def faults(settings: Settings, names: Sequence[str], page: Path | None = None) -> int:
    """Print what each fault turns red; 1 when one is missed, or when the sound assistant is red.

    The sound assistant is held to the tasks of the faults named, to all when none is.
    """
    if unknown := [name for name in names if name not in FAULTS]:
        sys.stderr.write(say("faults.unknown", known=", ".join(FAULTS)) + f" ({unknown})\n")
        return 2
    with inputs(settings, day=frozen_day()) as given:
        tried = list(try_faults(given, names or tuple(FAULTS)))
        tasks = sorted({task for name in names for task in FAULTS[name].caught_by})
        sound = verdict_on(given, InProcess(given.opened.assistant), tasks)
    Console().print(_table(sound, tried))
    if page is not None:
        put_between(page, "faults", _markdown(tried))
    return 0 if sound.green and all(one.caught for one in tried) else 1


def try_faults(given: Inputs, names: Sequence[str]) -> Iterator[Tried]:
    """Yield the verdict of the gate on the assistant with each fault planted.

    Only the tasks that should see a fault are asked again; the others keep the results of the base,
    so that the verdict is that of the whole suite, with its correction for all its measures.
    """
    for name in names:
        fault = FAULTS[name]
        verdict = verdict_on(given, fault.plant(given.opened), fault.caught_by)
        yield Tried(name=name, verdict=verdict)


def verdict_on(given: Inputs, subject: Subject, tasks: Sequence[str] = ()) -> Verdict:
    """Return what the gate says of a subject on the frozen suite, some tasks asked or all."""
    base = read_results(BASE)
    with TemporaryDirectory() as folder:
        results = frozen_run(given, subject, Path(folder) / "run", tasks)
    if lost := incomparable(results, base):
        raise WrongUseError(say("report.incomparable", why=" ; ".join(lost)))
    return verdict_of(_completed(results, base), base, read_thresholds(default_path()))


def _completed(results: Results, base: Results) -> Results:
    """Return results in which the tasks that were not asked have the results of the base."""
    asked = set(results.about.tasks)
    kept = tuple(one for one in base.measures if one.task not in asked)
    return results.model_copy(update={"measures": (*results.measures, *kept)})


def _table(sound: Verdict, tried: Sequence[Tried]) -> Table:
    """Return what each fault turned red."""
    table = Table(title=say("faults.title", count=whole(len(tried))), show_lines=True)
    for column in ("fault", "breaks", "red"):
        table.add_column(say(f"faults.{column}"), overflow="fold")
    table.add_column("")
    table.add_row(say("faults.sound"), "", _red(sound), "" if sound.green else "!")
    for one in tried:
        mark = say("faults.caught" if one.caught else "faults.missed")
        table.add_row(one.name, say(f"breaks.{one.name}"), _red(one.verdict), mark)
    return table


def _markdown(tried: Sequence[Tried]) -> str:
    """Return the table of the documentation."""
    head = "| fault | what it breaks | measures that turned red | seen |\n|---|---|---|---|"
    rows = (
        f"| `{one.name}` | {FAULTS[one.name].breaks} | {_red(one.verdict, mark='`')} "
        f"| {'yes' if one.caught else '**no**'} |"
        for one in tried
    )
    return "\n".join((head, *rows))


def _red(verdict: Verdict, mark: str = "") -> str:
    """Return the measures that turned red, each between two marks."""
    names = dict.fromkeys(broken.measure for broken in verdict.broken)
    return ", ".join(f"{mark}{name}{mark}" for name in names) or ABSENT
