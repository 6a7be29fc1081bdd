"""`spro ingest`: one run, with progress bars and a report."""

import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import SproError
from ingest.pipeline import ingest
from ingest.report import render, to_json
from ingest.settings import IngestSettings

STEPS = {
    "read": "Lecture des sources",
    "embed": "Calcul des vecteurs",
    "index": "Écriture des index",
    "check": "Contrôle de la version",
}


class ProgressBars:
    """One bar a step, on standard error; nothing is drawn where nobody watches."""

    def __init__(self) -> None:
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=not sys.stderr.isatty(),
        )
        self._tasks = {
            step: self._bars.add_task(label, total=None, visible=False)
            for step, label in STEPS.items()
        }

    def __enter__(self) -> Self:
        """Start drawing."""
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bars as they are and stop drawing."""
        self._bars.stop()

    def advance(self, step: str, done: int, total: int) -> None:
        """Move a step's bar."""
        self._bars.update(self._tasks[step], completed=done, total=total, visible=True)


def run(settings: IngestSettings, *, cache: Path, threads: int | None, as_json: bool) -> int:
    """Run an ingestion and print its report.

    Returns 1, and says why, when it failed or when the served version holds what is absent here.
    """
    try:
        embedder = open_bundled(cache, threads=threads)
        with ProgressBars() as bars:
            report = ingest(settings, embedder, bars)
    except (SproError, OSError) as error:
        sys.stderr.write(f"Ingestion impossible. {error}\n")
        sys.stderr.write("La base de connaissances en service n'a pas changé.\n")
        return 1
    sys.stdout.write((to_json(report) if as_json else render(report)) + "\n")
    return 1 if report.lost else 0
