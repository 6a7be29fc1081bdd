"""A few of our own records, and the figures of one run over two tiny sizes."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from assistant.settings import ROOT, Settings
from corpus.embedding.hashing import HashingEmbedder
from eval.bench.answers import read_questions
from eval.bench.growth.generated import Generated
from eval.bench.growth.own import Own
from eval.bench.growth.run import GrowthFigures, Plan, run
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings


def unheard(_line: str) -> None:
    """Nobody listens; a function of a module, so that other processes can be given it."""


@pytest.fixture(scope="session")
def own(tmp_path_factory, hashing) -> Own:
    """Our first records, with their questions and names."""
    home, sources = tmp_path_factory.mktemp("own"), (ROOT / "corpus" / "sources",)
    content, _ = collect(IngestSettings(home=home, sources=sources, only_local=True), Silent())
    few = replace(
        content, passages=content.passages[:120], occupations=content.occupations[:40], facts=()
    )
    texts = [entry.text for entry in few.entries]
    return Own(content=few, vectors=hashing.embed_passages(texts), fingerprint=hashing.fingerprint)


@pytest.fixture
def sources(tmp_path) -> Path:
    """A folder with our sheets about schemes alone, which are soon embedded."""
    schemes = ROOT / "corpus" / "sources" / "spro_schemes"
    shutil.copytree(schemes, tmp_path / "sources" / schemes.name)
    return tmp_path / "sources"


@pytest.fixture(scope="session")
def generated(own) -> Generated:
    return Generated.of(own)


@pytest.fixture(scope="session")
def plan(tmp_path_factory, hashing) -> Plan:
    return Plan(
        home=tmp_path_factory.mktemp("growth"),
        sizes=(400, 200),
        opens=partial(HashingEmbedder, dimension=hashing.dimension),
        settings=Settings(home=ROOT / "unused"),
        questions=read_questions()[:6],
        rounds=2,
        load_seconds=0.2,
        most_exact=200,
    )


@pytest.fixture(scope="session")
def figures(plan, own) -> GrowthFigures:
    return run(plan, own, unheard)
