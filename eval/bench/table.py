"""The table, for the terminal and for the page."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.table import Table

from eval.bench.rows import Row
from eval.bench.run import Figures

COLUMNS: Final = ("Measure", "Result", "Baseline, same run", "Target", "Met")
_MET: Final = {True: "yes", False: "no", None: ""}


def terminal(rows: Sequence[Row]) -> Table:
    """Return the table as it is drawn in a terminal."""
    table = Table(*COLUMNS, title="Benchmarks")
    for row in rows:
        table.add_row(*_cells(row), style="red" if row.met is False else None)
    return table


def markdown(rows: Sequence[Row], figures: Figures) -> str:
    """Return the table as Markdown, after the lines that say what was measured on what."""
    rule = "|".join("---" for _ in COLUMNS)
    lines = [f"| {' | '.join(cells)} |" for cells in (COLUMNS, *map(_cells, rows))]
    return "\n".join([*_told(figures), "", lines[0], f"|{rule}|", *lines[1:]])


def _cells(row: Row) -> tuple[str, ...]:
    return (row.measure, row.result, row.baseline, row.target, _MET[row.met])


def _told(figures: Figures) -> Iterator[str]:
    machine, answers = figures.machine, figures.answers
    embedding, process = figures.embedding, figures.process
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions.items())
    kinds = ", ".join(f"{name} {number}" for name, number in sorted(answers.outcomes.items()))
    yield (
        f"- {machine.date}, {machine.cores} cores, no GPU used, {machine.memory_gigabytes:.0f} GB, "
        f"{machine.system}; load {machine.load:.1f} when the run began."
    )
    yield f"- {versions}."
    yield (
        f"- Questions: {answers.questions}, {answers.rounds} rounds, over {answers.passages:,} "
        f"passages (version {figures.version}); replies: {kinds}."
    )
    yield (
        f"- Embedding: {embedding.passages} passages of {embedding.tokens_per_passage:.0f} tokens "
        f"on average ({figures.sample}), {embedding.rounds} rounds."
    )
    yield f"- Process: {process.starts} starts, memory is the most of them."
