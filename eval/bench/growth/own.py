"""What every size holds: the records of the repository, with the vectors of the embedder."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.embedding.ports import Embedder
from corpus.store.ports import Vectors
from corpus.store.vector_cache import VectorCache
from ingest.collect import collect
from ingest.content import Content
from ingest.embed import embed
from ingest.pipeline import CACHE
from ingest.progress import Progress
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Our records, and one vector per entry of theirs, in their order."""

    content: Content
    vectors: Vectors
    fingerprint: str
    """Of the embedder that gave the vectors."""

    @property
    def passages(self) -> Vectors:
        """Return the vectors of the passages, in their order."""
        return self.vectors[: len(self.content.passages)]


def read_own(home: Path, sources: Path, embedder: Embedder, progress: Progress) -> Own:
    """Return the records under `sources`, without open data; vectors are kept in `home`."""
    settings = IngestSettings(home=home, sources=(sources,), only_local=True)
    content, _ = collect(settings, progress)
    with closing(VectorCache(home / CACHE, embedder.fingerprint)) as cache:
        vectors = embed(content.entries, embedder, cache, progress).vectors
    return Own(content=content, vectors=vectors, fingerprint=embedder.fingerprint)
