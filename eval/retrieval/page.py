"""The section of a page, and its drawing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eval.bench.growth.plot import sweeps
from eval.pages import put_drawn
from eval.retrieval.beside import Beside
from eval.retrieval.cells import ahead, mean, milliseconds, table
from eval.retrieval.delays import Delays
from eval.retrieval.measured import GAIN, RECALL
from eval.retrieval.run import RetrievalFigures
from eval.retrieval.swept import DRAWING, drawn, told
from eval.wording.figures import decimal, whole

if TYPE_CHECKING:
    from eval.runs.results import MeasureResult

MARK: Final = "retrieval"
_ASKS: Final = {
    GAIN: "order of the first ten records, graded (nDCG@10)",
    RECALL: "records that answer by themselves, among the first ten (recall@10)",
    "understanding.occupations": "the first occupation recognised is a right one",
    "understanding.occupations-top3": "one of the first three is",
    "understanding.followups": "a follow-up keeps, changes or drops occupation and place rightly",
    "abstention.refused": "what must not be answered is not",
    "abstention.legitimate": "a legitimate question is not refused",
}
_RANKED: Final[dict[str, Callable[[Beside], str]]] = {
    "nDCG@10": lambda one: mean(one.gain.result),
    "ours ahead, nDCG": lambda one: ahead(one.gain),
    "recall@10": lambda one: mean(one.recall.result),
    "ours ahead, recall": lambda one: ahead(one.recall),
    "questions changed": lambda one: whole(one.gain.changed),
}


def write_page(page: Path, figures: RetrievalFigures) -> None:
    """Replace the section of a page, and its drawing; InputError without page or marks."""
    put_drawn(page, MARK, section(figures), DRAWING, sweeps(drawn(figures.curves)))


def section(figures: RetrievalFigures) -> str:
    """Return what was measured on what, the tables and the drawing, as Markdown."""
    parts = {
        "What is asked for": _asked(figures),
        "Beside plain ways, and without each part": _compared(figures),
        "When nothing is composed": told(figures.curves),
        "How long it takes": _waited(figures.delays),
    }
    lines = [*_made_with(figures)]
    for title, part in parts.items():
        lines += ["", f"### {title}", "", *part]
    return "\n".join(lines)


def _made_with(figures: RetrievalFigures) -> Iterator[str]:
    machine = figures.machine
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions.items())
    yield (
        f"- `spro eval retrieval --split {figures.split}`, {machine.date}, {machine.cores} cores, "
        f"no GPU used, {decimal(machine.memory_gigabytes, 0)} GB, {machine.system}; "
        f"load {decimal(machine.load)} when the run began."
    )
    yield f"- {versions}."
    yield (
        f"- {figures.split.capitalize()} split, over the {whole(figures.passages)} passages of the "
        f"repository's records and the {whole(figures.asked)} questions written for them."
    )
    yield "- Between brackets, 95 % intervals: Wilson's for right or wrong, bootstrap otherwise."


def _asked(figures: RetrievalFigures) -> Iterator[str]:
    columns: dict[str, Callable[[MeasureResult], str]] = {
        "measure": lambda result: f"`{result.name}`",
        "what": lambda result: _ASKS[result.name],
        "messages": lambda result: whole(len(result.scores)),
        "found": mean,
        "target": lambda result: f"≥ {decimal(figures.targets[result.name], 2)}",
        "reached": lambda result: "**no**" if result.name in figures.missed else "yes",
    }
    return table(columns, list(figures.ours.values()))


def _compared(figures: RetrievalFigures) -> Iterator[str]:
    gain, recall = figures.ours[GAIN], figures.ours[RECALL]
    yield (
        f"Ours: nDCG@10 {mean(gain)} over {whole(len(gain.scores))} questions, "
        f"recall@10 {mean(recall)} over {whole(len(recall.scores))}."
    )
    yield ""
    yield from table({"beside": lambda one: one.name} | _RANKED, figures.plain)
    yield ""
    yield from table({"ours without": lambda one: one.name} | _RANKED, figures.ablations)


def _waited(delays: Delays) -> Iterator[str]:
    crowd = delays.crowd
    rows = {
        "Understanding and search": delays.search,
        "Embedding of the question alone": delays.embedding,
        f"Understanding and search, {crowd.clients} people at once": crowd.delay,
    }
    yield (
        f"{whole(delays.questions)} questions, {delays.rounds} rounds, one after the other; then "
        f"{crowd.clients} people in one process for {decimal(crowd.seconds, 0)} s, each asking "
        "again once served, waiting included."
    )
    yield ""
    yield from table(
        {
            "delay": lambda row: row[0],
            "p50": lambda row: milliseconds(row[1].p50_ms),
            "p95": lambda row: milliseconds(row[1].p95_ms),
        },
        [(name, spread) for name, spread in rows.items() if spread],
    )
    yield ""
    yield (
        f"- Understanding and search take {decimal(delays.ratio)} times the embedding alone, "
        "by the medians."
    )
    yield (
        f"- {crowd.clients} people at once: {decimal(crowd.answers_per_second)} searches a second, "
        f"{whole(crowd.answers)} in all, {whole(crowd.errors)} errors."
    )
