"""The section of a page, its drawing, and the file for programs."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final, TypeVar

from corpus.store.files import write_atomically
from eval.bench.growth.load import LoadFigures
from eval.bench.growth.plot import BUDGET_MS, delays
from eval.bench.growth.run import CrowdFigures, GrowthFigures, SizeFigures
from eval.bench.growth.search import ExactFigures
from eval.pages import put_drawn

T = TypeVar("T")

MARK: Final = "growth"
DRAWING: Final = Path("img") / "retrieval-growth.svg"
"""Where the drawing stands beside the page."""
_ABSENT: Final = "–"
_SEARCH: Final[dict[str, Callable[[SizeFigures], str]]] = {
    "Passages": lambda size: f"{size.passages:,}",
    "p50": lambda size: _ms(size.search.search.p50_ms),
    "p95": lambda size: _ms(size.search.search.p95_ms),
    "p99": lambda size: _ms(size.search.search.p99_ms),
    f"p95 ≤ {BUDGET_MS:.0f} ms": lambda size: _yes(met=size.search.search.p95_ms <= BUDGET_MS),
    "Exact, p50": lambda size: _beside(size, lambda exact: _ms(exact.search.p50_ms)),
    "Exact, p95": lambda size: _beside(size, lambda exact: _ms(exact.search.p95_ms)),
    "Exact / ours, p50": lambda size: _beside(size, lambda exact: f"{exact.ratio:.2f}×"),
    "First as exact": lambda size: _beside(size, lambda exact: _share(exact.same_first)),
    "First as at the smallest": lambda size: _share(size.same_first),
    "First is ours": lambda size: _share(size.own_first),
}
_WEIGHT: Final[dict[str, Callable[[SizeFigures], str]]] = {
    "Passages": lambda size: f"{size.passages:,}",
    "Built in": lambda size: f"{size.build.seconds:,.0f} s",
    "Passages/s": lambda size: f"{size.build.passages_per_second:,.0f}",
    "Building held": lambda size: _mb(size.build.most_megabytes),
    "On disk": lambda size: _mb(size.build.disk_megabytes),
    "Searching held": lambda size: _mb(size.memory.resident_megabytes),
    "Same process, nothing opened": lambda size: _mb(size.memory.bare_megabytes),
    "Opened to first search": lambda size: f"{size.memory.ready_seconds:.1f} s",
    "Built on": lambda size: size.build.date,
}
_CROWD: Final[dict[str, Callable[[LoadFigures], str]]] = {
    "People at once": lambda load: str(load.clients),
    "Answers/s": lambda load: f"{load.answers_per_second:.1f}",
    "p50": lambda load: _ms(load.delay.p50_ms) if load.delay else _ABSENT,
    "p95": lambda load: _ms(load.delay.p95_ms) if load.delay else _ABSENT,
    "Answers": lambda load: f"{load.answers:,}",
    "Errors": lambda load: str(load.errors),
}


def write_page(page: Path, figures: GrowthFigures) -> None:
    """Replace the section of a page, and its drawing; InputError without page or marks."""
    put_drawn(page, MARK, section(figures), DRAWING, delays(figures.sizes))


def write_json(path: Path, figures: GrowthFigures) -> None:
    """Write every figure, unrounded; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(asdict(figures), ensure_ascii=False, indent=2) + "\n")


def section(figures: GrowthFigures) -> str:
    """Return what was measured on what, the tables and the drawing, as Markdown."""
    crowd = next((size for size in figures.sizes if size.crowd), None)
    return "\n".join(
        [
            *_told(figures),
            "",
            *_table(_SEARCH, figures.sizes),
            "",
            f"![Delay of understanding and search by number of passages]({DRAWING.as_posix()})",
            "",
            *_table(_WEIGHT, figures.sizes),
            *(_crowded(crowd.passages, crowd.crowd) if crowd and crowd.crowd else ()),
        ]
    )


def _told(figures: GrowthFigures) -> Iterator[str]:
    machine = figures.machine
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions.items())
    yield (
        f"- {machine.date}, {machine.cores} cores, no GPU used, {machine.memory_gigabytes:.0f} GB, "
        f"{machine.system}; load {machine.load:.1f} when the run began."
    )
    yield f"- {versions}."
    yield (
        f"- Questions: {figures.questions}, {figures.rounds} rounds, from the message to the "
        "passages and facts found, the embedding of the question included."
    )
    yield (
        f"- Real at every size: our {figures.own_passages:,} passages, their "
        f"{figures.own_questions:,} questions and {figures.own_names:,} names, with the vectors of "
        "the embedder; the stores; the steps. Questions and names do not grow with the rest."
    )
    yield (
        "- Generated, from a seed: all other passages, spread over the four kinds. Their words are "
        "drawn from our passages as often as they stand there, their titles from our titles: they "
        "mean nothing, and compete by words with the real ones more than other subjects would. "
        "Their vectors are those of real passages plus noise spread like them, as far as a "
        "neighbour usually is."
    )


def _crowded(passages: int, crowd: CrowdFigures) -> Iterator[str]:
    yield ""
    yield (
        f"Whole answers over {passages:,} passages, in one process: each person asks again once "
        f"answered, for {crowd.crowd.seconds:.0f} s. Waiting for the others is in the delay."
    )
    yield ""
    yield from _table(_CROWD, [crowd.alone, crowd.crowd])


def _table(columns: dict[str, Callable[[T], str]], rows: Sequence[T]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join('---' for _ in columns)}|"
    for row in rows:
        yield f"| {' | '.join(cell(row) for cell in columns.values())} |"


def _beside(size: SizeFigures, told: Callable[[ExactFigures], str]) -> str:
    return told(size.search.exact) if size.search.exact else _ABSENT


def _ms(value: float) -> str:
    return f"{value:.1f} ms"


def _mb(value: float) -> str:
    return f"{value:,.0f} MB"


def _share(value: float) -> str:
    return f"{value:.0%}"


def _yes(*, met: bool) -> str:
    return "yes" if met else "no"
