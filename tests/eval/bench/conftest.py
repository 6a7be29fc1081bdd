"""Figures as a run gives them, and a small knowledge base built from our own records."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.embedding.hashing import HashingEmbedder
from eval.bench.answers import AnswerFigures
from eval.bench.base import Base, opened
from eval.bench.build import BuildFigures, RefreshFigures
from eval.bench.embedding import EmbeddingFigures
from eval.bench.machine import Machine
from eval.bench.process import ProcessFigures
from eval.bench.run import Figures
from eval.bench.timing import Latency
from ingest.pipeline import ingest
from ingest.settings import IngestSettings


@pytest.fixture(scope="session")
def hashing() -> HashingEmbedder:
    return HashingEmbedder(dimension=32)


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory, few_sources: Path, hashing: HashingEmbedder
) -> IngestSettings:
    """How a few of our own records were just ingested."""
    inputs = IngestSettings(
        home=tmp_path_factory.mktemp("built"), sources=(few_sources,), only_local=True
    )
    ingest(inputs, hashing)
    return inputs


@pytest.fixture(scope="session")
def base(built: IngestSettings, hashing: HashingEmbedder) -> Iterator[Base]:
    with opened(built, hashing) as base:
        yield base


@pytest.fixture
def make_latency() -> Callable[..., Latency]:
    def make(p50: float = 20.0, p95: float = 40.0) -> Latency:
        return Latency(p50_ms=p50, p95_ms=p95, count=10)

    return make


@pytest.fixture
def make_figures(make_latency: Callable[..., Latency]) -> Callable[..., Figures]:
    refresh = RefreshFigures(passages=400, seconds=0.1, embedded=0, rebuild_seconds=0.5)
    figures = Figures(
        machine=Machine(
            date="2026-11-23",
            cores=2,
            memory_gigabytes=8.0,
            load=0.1,
            system="Linux x86_64",
            versions={"python": "3.11"},
            commit="abc",
        ),
        version="v1",
        sample="essai",
        embedding=EmbeddingFigures(
            passages=48,
            tokens_per_passage=176.4,
            rounds=5,
            passages_per_second=52.0,
            baseline_passages_per_second=6.5,
            ratio=8.0,
            ratio_least=7.5,
            ratio_most=8.5,
            query_p50_ms=3.1,
            baseline_query_p50_ms=13.0,
            prepare_seconds=5.0,
            open_seconds=0.5,
            file_megabytes=82.0,
            resident_megabytes=120.0,
            agreement=0.996,
        ),
        build=BuildFigures(
            passages=400,
            seconds=9.0,
            steps={"read": 0.5, "embed": 8.0},
            embedded=400,
            memory_seconds=8.0,
            open_data=False,
        ),
        first_refresh=refresh,
        refresh=None,
        answers=AnswerFigures(
            passages=400,
            questions=70,
            rounds=5,
            search=make_latency(),
            exact_search=make_latency(200.0, 300.0),
            near=make_latency(),
            exact_near=make_latency(),
            recall=0.99,
            reply=make_latency(),
            package_reply=make_latency(),
            outcomes={"Answer": 60, "Referred": 10},
        ),
        process=ProcessFigures(
            starts=3,
            questions=20,
            first_answer_seconds=5.0,
            bare_seconds=0.5,
            resident_megabytes=400.0,
            bare_resident_megabytes=56.0,
        ),
    )

    def make(**changes: object) -> Figures:
        return replace(figures, **changes)  # type: ignore[arg-type] # free keywords in tests

    return make


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that awaits a table."""
    path = tmp_path / "page.md"
    path.write_text("avant\n<!-- bench:begin -->\nvieux\n<!-- bench:end -->\naprès\n")
    return path
