"""What is read of a version on disk, which is what was written, and leaves it untouched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.store.versions import Versions
from ingest.collect import collect
from ingest.content import Content
from ingest.kept import entries_in, occupations_in, passages_in, sources_in
from ingest.pipeline import ingest
from ingest.progress import Silent
from ingest.settings import IngestSettings
from tests.ingest.conftest import CountingEmbedder


@pytest.fixture
def content(add_source: Callable[..., Path], samples: Path, settings: IngestSettings) -> Content:
    names = ("souffleur", "noms", "messages", "questions", "annuaire")
    add_source("essai", **{name: samples / f"{name}.toml" for name in names})
    return collect(settings, Silent())[0]


@pytest.fixture
def folder(content: Content, settings: IngestSettings, embedder: CountingEmbedder) -> Path:
    """A version that holds the content."""
    return Versions(settings.home).path(ingest(settings, embedder).version)


def test_a_version_gives_back_the_entries_it_was_written_with(
    folder: Path, content: Content
) -> None:
    assert entries_in(folder) == content.entries
    assert {str(entry.shelf) for entry in content.entries} == {
        *("occupation", "asked", "names", "unanswerable")
    }


def test_a_version_gives_back_its_passages_with_their_questions(
    folder: Path, content: Content
) -> None:
    assert passages_in(folder) == content.passages
    assert any(passage.asked for passage in content.passages)


def test_a_version_tells_its_sources_and_occupations_by_id(folder: Path) -> None:
    assert sources_in(folder) == {"essai"}
    assert occupations_in(folder) == {"occupation:souffleur", "rome:Z0001", "rome:Z0002"}


def test_reading_a_version_touches_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    for read in (entries_in, occupations_in, passages_in, sources_in):
        read(folder)

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
