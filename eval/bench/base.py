"""The knowledge base a run is measured on: a copy, so that the one being served is not touched."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.embedding.ports import Embedder
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.knowledge_base import KnowledgeBase, open_version
from corpus.store.ports import Vectors
from corpus.store.vector_cache import VectorCache
from corpus.store.versions import Versions
from ingest.collect import collect
from ingest.connectors import CONNECTORS
from ingest.content import Content
from ingest.embed import embed
from ingest.load.manifest import find_manifests, read_manifest
from ingest.pipeline import CACHE
from ingest.progress import Silent
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A version opened, with all that was put in it."""

    kb: KnowledgeBase
    content: Content
    vectors: Vectors
    """One row per entry of the content, in its order."""


def served_version(home: Path) -> str:
    """Return the version `home` points to; NoKnowledgeBaseError when there is none."""
    version = Versions(home).current()
    if version is None:
        message = f"{home} : aucune base de connaissances, lancer l’ingestion (make ingest)"
        raise NoKnowledgeBaseError(message)
    return version


def copied(
    served: Path, home: Path, settings: IngestSettings, embedder: Embedder
) -> IngestSettings:
    """Copy the version `served` points to, with its vectors, and return how to ingest the copy.

    Open data is left out of the copy when the version holds none: it would take minutes to embed.
    Raises StoreError when there is no version, or when it can't be read with this embedder.
    """
    version = served_version(served)
    folder = Versions(home).path(version)
    shutil.copytree(Versions(served).path(version), folder)
    if (served / CACHE).is_file():
        shutil.copy(served / CACHE, home / CACHE)
    Versions(home).publish(version)
    with closing(open_version(folder, embedder.fingerprint, embedder.dimension)) as kb:
        held = {source.id for source in kb.sources.all()}
    return replace(settings, home=home, only_local=not held & open_data(settings.sources))


def open_data(sources: tuple[Path, ...]) -> frozenset[str]:
    """Return the ids of the sources whose files are not shipped with the service."""
    manifests = (read_manifest(path, CONNECTORS) for path in find_manifests(sources))
    return frozenset(manifest.source.id for manifest in manifests if manifest.external)


@contextmanager
def opened(settings: IngestSettings, embedder: Embedder) -> Iterator[Base]:
    """Open the version of a home whose sources were just ingested."""
    content, _ = collect(settings, Silent())
    with closing(VectorCache(settings.home / CACHE, embedder.fingerprint)) as cache:
        vectors = embed(content.entries, embedder, cache, Silent()).vectors
    folder = Versions(settings.home).path(served_version(settings.home))
    with closing(open_version(folder, embedder.fingerprint, embedder.dimension)) as kb:
        yield Base(kb=kb, content=content, vectors=vectors)
