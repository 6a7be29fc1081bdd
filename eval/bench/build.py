"""How long the knowledge base takes to build, and to find that nothing is new."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from corpus.embedding.ports import Embedder
from corpus.store.knowledge_base import in_memory
from eval.bench.timing import seconds
from ingest.collect import collect
from ingest.index import fill
from ingest.pipeline import ingest
from ingest.progress import Silent
from ingest.report import Report
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFigures:
    """A first build, and the same content read, embedded and held in memory only."""

    passages: int
    seconds: float
    steps: Mapping[str, float]
    """Seconds of each step."""
    embedded: int
    """Vectors computed: of passages, questions and names, a text that stands twice once."""
    memory_seconds: float
    open_data: bool
    """Whether the open data beside the repository was taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshFigures:
    """A run over unchanged sources, beside the same content written again from known vectors."""

    passages: int
    seconds: float
    embedded: int
    rebuild_seconds: float


def measure_build(settings: IngestSettings, embedder: Embedder) -> BuildFigures:
    """Return the figures of a build in `settings.home`, which must be new."""
    memory = seconds(lambda: _build_in_memory(settings, embedder))
    report, taken = _timed_ingest(settings, embedder)
    return BuildFigures(
        passages=_passages(report),
        seconds=taken,
        steps=dict(report.seconds),
        embedded=report.embedded,
        memory_seconds=memory,
        open_data=not settings.only_local,
    )


def measure_refresh(settings: IngestSettings, embedder: Embedder) -> RefreshFigures:
    """Return the figures of a run that has nothing to do, in a home brought up to date first."""
    ingest(settings, embedder)
    _, rebuild_seconds = _timed_ingest(replace(settings, rebuild=True), embedder)
    report, taken = _timed_ingest(settings, embedder)
    return RefreshFigures(
        passages=_passages(report),
        seconds=taken,
        embedded=report.embedded,
        rebuild_seconds=rebuild_seconds,
    )


def _timed_ingest(settings: IngestSettings, embedder: Embedder) -> tuple[Report, float]:
    reports: list[Report] = []
    taken = seconds(lambda: reports.append(ingest(settings, embedder)))
    return reports[0], taken


def _build_in_memory(settings: IngestSettings, embedder: Embedder) -> None:
    content, _ = collect(settings, Silent())
    entries = content.entries
    vectors = np.empty((len(entries), embedder.dimension), np.float32)
    for asked, embed in ((False, embedder.embed_passages), (True, embedder.embed_queries)):
        rows = [row for row, entry in enumerate(entries) if entry.is_question is asked]
        texts = [entries[row].text for row in rows]
        # As in a real build: a text that stands twice is embedded once.
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        vectors[rows] = embed(list(places))[[places[text] for text in texts]]
    kb = in_memory(embedder.fingerprint, embedder.dimension)
    fill(kb, content, vectors, Silent())


def _passages(report: Report) -> int:
    return sum(source.passages for source in report.sources)
