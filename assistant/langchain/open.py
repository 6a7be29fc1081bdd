"""The door for programs that hold no service: the assistant over the version being served."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from assistant.bootstrap import build_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.knowledge_base import open_version
from corpus.store.versions import Versions


@contextmanager
def open_assistant(settings: Settings) -> Iterator[Assistant]:
    """Give the assistant; it stays on its version, even when another is served meanwhile.

    Raises NoKnowledgeBaseError when nothing was ever built.
    """
    versions = Versions(settings.home)
    version = versions.current()
    if version is None:
        msg = "aucune base de connaissances n'est servie : lancer « make ingest »"
        raise NoKnowledgeBaseError(msg)
    embedder = open_bundled(settings.embedder_cache, settings.threads)
    folder = versions.path(version)
    with closing(open_version(folder, embedder.fingerprint, embedder.dimension)) as kb:
        yield build_assistant(kb, embedder, settings)
