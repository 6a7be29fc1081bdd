"""Figures as the rows of one table, each beside its baseline and its target."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from eval.bench.answers import AnswerFigures
from eval.bench.build import BuildFigures, RefreshFigures
from eval.bench.embedding import EmbeddingFigures
from eval.bench.process import ProcessFigures
from eval.bench.run import Figures
from eval.bench.timing import Latency

LEAST_RATIO: Final = 6.0
"""Passages a second, beside the package's own engine."""
MOST_P50_MS: Final = 60.0
MOST_P95_MS: Final = 150.0
MOST_MEGABYTES: Final = 900.0
MOST_EMBEDDED_AGAIN: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; `met` is None where no target was set."""

    measure: str
    result: str
    baseline: str
    target: str = ""
    met: bool | None = None


def rows(figures: Figures) -> tuple[Row, ...]:
    """Return every line, in the order of the page that explains them."""
    return (
        *_embedding(figures.embedding),
        *_build(figures.build),
        *_refresh("first build", figures.first_refresh),
        *(_refresh("served base", figures.refresh) if figures.refresh else ()),
        *_answers(figures.answers),
        *_process(figures.process),
    )


def _embedding(figures: EmbeddingFigures) -> Iterator[Row]:
    yield Row(
        measure="Passages embedded a second",
        result=f"{figures.passages_per_second:.1f}",
        baseline=f"{figures.baseline_passages_per_second:.1f} (package's own engine)",
    )
    yield Row(
        measure="Embedding, times faster",
        result=f"{figures.ratio:.1f}× ({figures.ratio_least:.1f} to {figures.ratio_most:.1f})",
        baseline="1× (package's own engine)",
        target=f"≥ {LEAST_RATIO:.0f}×",
        met=figures.ratio >= LEAST_RATIO,
    )
    yield Row(
        measure="One question embedded, p50",
        result=_ms(figures.query_p50_ms),
        baseline=f"{_ms(figures.baseline_query_p50_ms)} (package's own engine)",
    )
    yield Row(
        measure="Least cosine with the package's vectors",
        result=f"{figures.agreement:.4f}",
        baseline="1 (package's own engine)",
    )
    yield Row(
        measure="Opening the embedder",
        result=_seconds(figures.open_seconds),
        baseline=f"{_seconds(figures.prepare_seconds)} (first time: its file is made)",
    )


def _build(figures: BuildFigures) -> Iterator[Row]:
    yield Row(
        measure=f"First build, {_content(figures)} ({figures.passages:,} passages)",
        result=_seconds(figures.seconds),
        baseline=f"{_seconds(figures.memory_seconds)} (in memory, nothing kept)",
    )


def _content(figures: BuildFigures) -> str:
    return "with the open data" if figures.open_data else "own records"


def _refresh(name: str, figures: RefreshFigures) -> Iterator[Row]:
    yield Row(
        measure=f"Run again, nothing new, {name} ({figures.passages:,} passages)",
        result=_seconds(figures.seconds),
        baseline=f"{_seconds(figures.rebuild_seconds)} (written again from known vectors)",
    )
    yield Row(
        measure=f"Passages embedded again, {name}",
        result=str(figures.embedded),
        baseline=f"{figures.passages:,} (without the cache of vectors)",
        target=str(MOST_EMBEDDED_AGAIN),
        met=figures.embedded <= MOST_EMBEDDED_AGAIN,
    )


def _answers(figures: AnswerFigures) -> Iterator[Row]:
    yield from _latency("Understanding and search", figures.search, figures.exact_search, "exact")
    yield from _latency("Nearest vectors alone", figures.near, figures.exact_near, "exact")
    yield Row(
        measure="Ten nearest vectors that are found",
        result=f"{figures.recall:.1%}",
        baseline="100% (exact)",
    )
    yield from _latency(
        "Whole answer",
        figures.reply,
        figures.package_reply,
        "package's own engine",
        (MOST_P50_MS, MOST_P95_MS),
    )


def _latency(
    measure: str,
    ours: Latency,
    theirs: Latency,
    name: str,
    most: tuple[float, float] | None = None,
) -> Iterator[Row]:
    percentiles: dict[str, Callable[[Latency], float]] = {
        "p50": lambda one: one.p50_ms,
        "p95": lambda one: one.p95_ms,
    }
    for place, (label, read) in enumerate(percentiles.items()):
        yield Row(
            measure=f"{measure}, {label}",
            result=_ms(read(ours)),
            baseline=f"{_ms(read(theirs))} ({name})",
            target=f"≤ {most[place]:.0f} ms" if most else "",
            met=read(ours) <= most[place] if most else None,
        )


def _process(figures: ProcessFigures) -> Iterator[Row]:
    yield Row(
        measure=f"Resident memory, {figures.questions} questions answered",
        result=f"{figures.resident_megabytes:.0f} MB",
        baseline=f"{figures.bare_resident_megabytes:.0f} MB (HTTP application, nothing behind)",
        target=f"≤ {MOST_MEGABYTES:.0f} MB",
        met=figures.resident_megabytes <= MOST_MEGABYTES,
    )
    yield Row(
        measure="Process started to first answer, warm",
        result=_seconds(figures.first_answer_seconds),
        baseline=f"{_seconds(figures.bare_seconds)} (HTTP application, nothing behind)",
    )


def _ms(value: float) -> str:
    return f"{value:.1f} ms"


def _seconds(value: float) -> str:
    return f"{value:.1f} s"
