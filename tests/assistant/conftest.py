"""The whole assistant over our own records, built once for the session."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import build_assistant
from assistant.profile import Profile
from assistant.question import Turn
from assistant.reply import Reply
from assistant.service import Assistant
from assistant.settings import Settings
from corpus.embedding.bundled.cache import default_cache
from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from corpus.store.knowledge_base import KnowledgeBase, open_version
from corpus.store.versions import Versions
from tests.conftest import copy_own_home


@pytest.fixture(scope="session")
def embedder() -> BundledEmbedder:
    """The embedder of the product: with another one, retrieval would not be the product's."""
    return open_bundled(default_cache(), threads=2)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where the records of the repository were brought in."""
    return copy_own_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def knowledge(home: Path, embedder: BundledEmbedder) -> Iterator[KnowledgeBase]:
    versions = Versions(home)
    version = versions.current()
    assert version is not None
    kb = open_version(versions.path(version), embedder.fingerprint, embedder.dimension)
    yield kb
    kb.close()


@pytest.fixture(scope="session")
def assistant(knowledge: KnowledgeBase, embedder: BundledEmbedder, home: Path) -> Assistant:
    return build_assistant(knowledge, embedder, Settings(home=home))


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Callable[..., Reply]:
    """Asks one message, after earlier ones; the other fields are those of the profile."""

    def reply(text: str, *earlier: str, language: str = "fr", **profile: object) -> Reply:
        known = Profile(**profile)  # type: ignore[arg-type] # free keywords in tests
        return assistant.reply(Turn(text=text, history=earlier, profile=known, language=language))

    return reply
