"""Publisher folders made on the spot, and an embedder that counts what it is asked."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.model.errors import EmbeddingError
from ingest.settings import IngestSettings

SAMPLES = Path(__file__).parent / "samples"

MANIFEST = """
[source]
id = "{id}"
title = "Source d'essai"
publisher = "Éditeur d'essai"
licence = "Licence Ouverte 2.0"
connector = "{connector}"
published = "2026-01"
retrieved = 2026-11-20
freshness_days = 365

[[file]]
{file}
"""


@dataclass
class CountingEmbedder:
    """Vectors drawn from each text's hash; `texts` is everything it was given."""

    fingerprint: str = "essai/1"
    dimension: int = 16
    fail_after: int = 1_000_000
    texts: list[str] = field(default_factory=list)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(self.texts) >= self.fail_after:
            message = "panne d'essai"
            raise EmbeddingError(message)
        self.texts += texts
        return np.stack([self.embed_query(text) for text in texts])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages([f"query: {text}" for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
        vector = np.random.default_rng(seed).standard_normal(self.dimension)
        return (vector / np.linalg.norm(vector)).astype(np.float32)


@pytest.fixture
def embedder() -> CountingEmbedder:
    return CountingEmbedder()


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """An empty folder of publisher folders."""
    folder = tmp_path / "sources"
    folder.mkdir()
    return folder


@pytest.fixture
def add_source(sources: Path) -> Callable[..., Path]:
    """Make a publisher folder with a manifest over copied samples or written files."""

    def add(name: str = "essai", connector: str = "records", **files: str | bytes | Path) -> Path:
        folder = sources / name
        folder.mkdir()
        for stem, content in files.items():
            _write(folder, stem, content)
        pattern = 'path = "*.*"'
        manifest = MANIFEST.format(id=name, connector=connector, file=pattern)
        (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
        return folder

    return add


def _write(folder: Path, stem: str, content: str | bytes | Path) -> None:
    if isinstance(content, Path):
        shutil.copy(content, folder / content.name)
    elif isinstance(content, bytes):
        (folder / f"{stem}.toml").write_bytes(content)
    else:
        (folder / f"{stem}.toml").write_text(content, encoding="utf-8")


@pytest.fixture
def settings(tmp_path: Path, sources: Path) -> IngestSettings:
    return IngestSettings(home=tmp_path / "home", sources=(sources,))


@pytest.fixture
def samples() -> Path:
    return SAMPLES
