"""A bar while a subject is asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from eval.runs.run import Progress as Hears
from eval.trace.trace import Trace


@contextmanager
def asking(name: str) -> Iterator[Hears]:
    """Show how many items are done, on the error output; give what hears each trace."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def hear(_: Trace, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield hear
