"""Factories shared by every room's tests: a test names only what matters to it."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.document import Aspect, Kind, Passage, Span
from corpus.model.source import Reference
from eval.subjects.opening import own_records
from ingest.pipeline import CACHE, ingest

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"


@cache
def _own_home() -> Path:
    """The home evaluations use, with our own records brought in: built once, kept between runs."""
    settings = Settings()
    inputs = own_records(settings)
    ingest(inputs, open_bundled(settings.embedder_cache, settings.threads))
    return inputs.home


def copy_own_home(folder: Path) -> Path:
    """Make `folder` a home where our records were brought in: embedding them takes minutes."""
    return shutil.copytree(_own_home(), folder, dirs_exist_ok=True)


def copy_own_vectors(folder: Path) -> Path:
    """Make `folder` a home where nothing is served yet and our records were embedded before."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_own_home() / CACHE, folder / CACHE)
    return folder


@pytest.fixture
def shared_data() -> Path:
    """The open data beside the repository, or a skip with its reason."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the open data is not beside the repository")
    return folder


@pytest.fixture
def shared_facts() -> Path:
    """The verified facts beside the repository, or a skip with its reason."""
    folder = SHARED / "facts"
    if not folder.is_dir():
        pytest.skip("the verified facts are not beside the repository")
    return folder


@pytest.fixture
def make_reference() -> Callable[..., Reference]:
    def make(title: str = "Fiche d'essai", **changes: object) -> Reference:
        values: dict[str, object] = {
            "title": title,
            "publisher": "Éditeur d'essai",
            "licence": "Licence Ouverte 2.0",
            "published": "2024-06-25",
            "retrieved": date(2026, 11, 20),
            "url": "https://exemple.test/fiche",
        }
        return Reference(**{**values, **changes})  # type: ignore[arg-type] # free keywords in tests

    return make


@pytest.fixture
def make_passage(make_reference: Callable[..., Reference]) -> Callable[..., Passage]:
    def make(text: str = "Le BTS dure deux ans.", **changes: object) -> Passage:
        spans = tuple(
            Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S[^.!?]*[.!?]?", text)
        )
        values: dict[str, object] = {
            "id": f"essai:{abs(hash(text))}",
            "source_id": "essai",
            "document_id": "essai:1",
            "kind": Kind.OCCUPATION,
            "aspect": Aspect.OTHER,
            "subject": "occupation:essai",
            "title": "Fiche d'essai",
            "heading": (),
            "locator": "#essai",
            "text": text,
            "sentences": spans,
            "reference": make_reference(),
        }
        return Passage(**{**values, **changes})  # type: ignore[arg-type] # free keywords in tests

    return make
