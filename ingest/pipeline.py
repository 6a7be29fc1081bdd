"""A run: read everything, build a version beside the served one, check it, switch."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from time import perf_counter
from typing import Final

from corpus.embedding.ports import Embedder
from corpus.model.errors import DamagedVersionError
from corpus.store.knowledge_base import RECORDS, VECTORS, WORDS, create, open_version, seal
from corpus.store.seal import SEAL
from corpus.store.vector_cache import VectorCache
from corpus.store.versions import Versions
from ingest.collect import collect
from ingest.content import Content
from ingest.embed import Embedded, embed
from ingest.index import check, fill
from ingest.progress import Progress, Silent
from ingest.report import Report, SourceReport
from ingest.settings import IngestSettings

CACHE: Final = "vectors.sqlite"


def ingest(
    settings: IngestSettings, embedder: Embedder, progress: Progress | None = None
) -> Report:
    """Bring every source in and serve the result; a failed run leaves the served version as is.

    Raises InputError for a wrong file, StoreError when another run is under way or a check fails.
    """
    versions = Versions(settings.home)
    with versions.lock():
        versions.discard_unfinished()
        run = _Run(settings, embedder, progress or Silent(), versions)
        with run.timed("read"):
            content, sources = collect(settings, run.progress)
        name = content.version(embedder.fingerprint)
        served = versions.current()
        if served is not None and run.still_holds(served, name):
            return run.report(served, sources)
        return run.switch(name, content, sources)


@dataclass(frozen=True, slots=True)
class _Run:
    settings: IngestSettings
    embedder: Embedder
    progress: Progress
    versions: Versions
    seconds: dict[str, float] = field(default_factory=dict)

    def still_holds(self, served: str, name: str) -> bool:
        """Tell whether the served version is this content, and looks whole from outside."""
        # It is not opened: another process may be reading it, and opening touches its files.
        folder = self.versions.path(served)
        parts = (folder / part for part in (SEAL, RECORDS, VECTORS, WORDS))
        same = served.partition("-")[0] == name
        return same and not self.settings.rebuild and all(part.exists() for part in parts)

    def switch(self, name: str, content: Content, sources: tuple[SourceReport, ...]) -> Report:
        """Serve the content: an earlier version that holds it, or one built now."""
        with closing(self._cache()) as cache:
            with self.timed("embed"):
                embedded = embed(content.passages, self.embedder, cache, self.progress)
            version = self._earlier(name, content, embedded)
            if version is None:
                version = self._build(name, content, embedded)
            self.versions.publish(version)
            removed = tuple(self.versions.prune(self.settings.keep))
            cache.retain(embedded.hashes)
        return Report(
            version=version,
            switched=True,
            sources=sources,
            embedded=embedded.computed,
            reused=len(content.passages) - embedded.computed,
            removed=removed,
            seconds=self.seconds,
        )

    def report(self, version: str, sources: tuple[SourceReport, ...]) -> Report:
        """Return the report of a run that changed nothing."""
        reused = sum(source.passages for source in sources)
        return Report(
            version=version, switched=False, sources=sources, reused=reused, seconds=self.seconds
        )

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Note how long a step takes."""
        start = perf_counter()
        yield
        self.seconds[step] = round(perf_counter() - start, 2)

    def _earlier(self, name: str, content: Content, embedded: Embedded) -> str | None:
        if self.settings.rebuild or name == self.versions.current():
            return None
        try:
            with self.timed("check"):
                self._check(self.versions.path(name), content, embedded)
        except DamagedVersionError:
            return None
        return name

    def _build(self, name: str, content: Content, embedded: Embedded) -> str:
        version = self._free(name)
        folder = self.versions.path(version)
        try:
            with self.timed("index"):
                self._write(folder, version, content, embedded)
            with self.timed("check"):
                self._check(folder, content, embedded)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return version

    def _free(self, name: str) -> str:
        """Return the name, numbered when a damaged or served version already bears it."""
        names = chain([name], (f"{name}-{number}" for number in count(1)))
        return next(one for one in names if not self.versions.path(one).exists())

    def _write(self, folder: Path, version: str, content: Content, embedded: Embedded) -> None:
        built = datetime.now(UTC).isoformat(timespec="seconds")
        fingerprint, dimension = self.embedder.fingerprint, self.embedder.dimension
        with closing(create(folder, version, fingerprint, dimension, built)) as kb:
            fill(kb, content, embedded.vectors, self.progress)
        seal(kb, folder, content.counts())

    def _check(self, folder: Path, content: Content, embedded: Embedded) -> None:
        fingerprint, dimension = self.embedder.fingerprint, self.embedder.dimension
        with closing(open_version(folder, fingerprint, dimension)) as kb:
            check(kb, content, embedded.vectors, self.progress)

    def _cache(self) -> VectorCache:
        return VectorCache(self.settings.home / CACHE, self.embedder.fingerprint)
