"""An assistant over four passages in memory, and a base of one sheet on disk."""

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import build_assistant
from assistant.settings import ROOT, Settings
from corpus.embedding.bundled.cache import default_cache
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Aspect, Kind
from corpus.model.occupation import Occupation
from corpus.store.knowledge_base import in_memory
from ingest.pipeline import ingest
from ingest.settings import IngestSettings

MASON = Occupation(
    id="occupation:macon",
    label="maçon, maçonne",
    feminine="maçonne",
    masculine="maçon",
    rome=("F1703",),
)
RECORDS = ROOT / "corpus" / "sources" / "spro_occupations"


@pytest.fixture
def passages(make_passage):
    """What the small base holds: three passages on masons, one on a scheme."""
    about = {"subject": MASON.id, "title": "Maçon, maçonne"}
    return [
        make_passage("Le maçon monte les murs.", id="tasks", aspect=Aspect.TASKS, **about),
        make_passage(
            "Le CAP de maçon dure deux ans.",
            id="access",
            aspect=Aspect.ACCESS,
            heading=("Études", "Après la 3e"),
            **about,
        ),
        make_passage("Le maçon travaille dehors.", id="out", aspect=Aspect.CONDITIONS, **about),
        make_passage("Le CPF paie une formation.", id="cpf", kind=Kind.SCHEME, subject="cpf"),
    ]


@pytest.fixture
def build(tmp_path):
    """Builds an assistant over passages held in memory."""

    def built(passages):
        embedder = HashingEmbedder()
        kb = in_memory(embedder.fingerprint, embedder.dimension)
        kb.passages.add(passages)
        kb.words.add(passages)
        for passage in passages:
            vectors = embedder.embed_passages([passage.embedded_text])
            kb.vectors.add(passage.kind, [passage.id], vectors)
        kb.occupations.add([MASON])
        return build_assistant(kb, embedder, Settings(home=tmp_path))

    return built


@pytest.fixture
def over_four(build, passages):
    """The assistant over the small base."""
    return build(passages)


@pytest.fixture(scope="session")
def one_sheet(tmp_path_factory, embedder) -> Settings:
    """Settings of a home that serves the sheet of masons alone."""
    home = tmp_path_factory.mktemp("one-sheet")
    source = home / "sources" / RECORDS.name
    (source / "sheets").mkdir(parents=True)
    shutil.copy(RECORDS / "manifest.toml", source)
    shutil.copy(RECORDS / "sheets" / "macon.toml", source / "sheets")
    ingest(IngestSettings(home=home, sources=(home / "sources",)), embedder)
    return Settings(home=home, cache=default_cache(), threads=2)


@pytest.fixture
def served(one_sheet, monkeypatch) -> Path:
    """The same base, told by the environment as a program would find it."""
    monkeypatch.setenv("SPRO_HOME", str(one_sheet.home))
    monkeypatch.setenv("SPRO_CACHE", str(one_sheet.cache))
    return one_sheet.home
