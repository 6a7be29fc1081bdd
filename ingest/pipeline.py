"""A run: read everything, build a version beside the served one, check it, switch."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from time import perf_counter
from typing import Final

from corpus.embedding.ports import Embedder
from corpus.model.errors import DamagedVersionError
from corpus.store.knowledge_base import create, is_sound, open_version, seal
from corpus.store.ports import Vectors
from corpus.store.vector_cache import VectorCache
from corpus.store.versions import Versions
from ingest.collect import collect
from ingest.content import Content
from ingest.embed import embed, hashes_of
from ingest.entries import Entry
from ingest.index import check, fill, sample
from ingest.kept import entries_in, occupations_in, passages_in, sources_in
from ingest.progress import Progress, Silent
from ingest.report import Report, SourceReport
from ingest.settings import IngestSettings

CACHE: Final = "vectors.sqlite"


def ingest(
    settings: IngestSettings, embedder: Embedder, progress: Progress | None = None
) -> Report:
    """Bring every source in and serve the result; a failed run leaves the served version as is.

    So does a run that lacks external files whose records are served: the report names them.
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
            return run.stay(served, content, sources)
        if served is not None and (lost := run.lost(served, content, sources)):
            return Report(
                version=served, switched=False, sources=sources, lost=lost, seconds=run.seconds
            )
        return run.switch(name, content, sources)


@dataclass(frozen=True, slots=True)
class _Run:
    settings: IngestSettings
    embedder: Embedder
    progress: Progress
    versions: Versions
    seconds: dict[str, float] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)

    def still_holds(self, served: str, name: str) -> bool:
        """Tell whether the served version is this content, and shows no damage."""
        # It is not opened whole: another process may be reading it, and Chroma touches its files.
        same = _content_of(served) == name
        return same and not self.settings.rebuild and is_sound(self.versions.path(served))

    def lost(
        self, served: str, content: Content, sources: Sequence[SourceReport]
    ) -> tuple[str, ...]:
        """Return the sources that miss external files and records the served version has."""
        folder = self.versions.path(served)
        if self.settings.only_local or self.settings.accept_absent or not is_sound(folder):
            return ()
        absent = {source.id for source in sources if source.absent} & sources_in(folder)
        # Read only when it must be: Chroma writes stray memory to disk, erased texts included.
        if not absent:
            return ()
        there = {passage.document_id for passage in content.passages}
        held = passages_in(folder)
        gone = {one.source_id for one in held if one.document_id not in there}
        if occupations_in(folder) - {one.id for one in content.occupations}:
            # An occupation does not say whose it is: it may be of any source without a document.
            gone |= absent - {one.source_id for one in held}
        return tuple(source.id for source in sources if source.id in absent & gone)

    def stay(self, served: str, content: Content, sources: tuple[SourceReport, ...]) -> Report:
        """Keep the served version, which holds this content already."""
        removed = self._tidy(sources)
        if removed:
            with closing(self._cache()) as cache:
                self._forget(content, cache)
        return Report(
            version=served,
            switched=False,
            sources=sources,
            reused=len(content.entries),
            removed=removed,
            seconds=self.seconds,
        )

    def switch(self, name: str, content: Content, sources: tuple[SourceReport, ...]) -> Report:
        """Serve the content: an earlier version that holds it, or one built now."""
        with closing(self._cache()) as cache:
            version = self._earlier(name, content, cache) or self._build(name, content, cache)
            self.versions.publish(version)
            removed = self._tidy(sources)
            self._forget(content, cache)
        return Report(
            version=version,
            switched=True,
            sources=sources,
            embedded=self.tally["embedded"],
            reused=len(content.entries) - self.tally["embedded"],
            removed=removed,
            seconds=self.seconds,
        )

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Note how long a step takes."""
        start = perf_counter()
        yield
        self.seconds[step] = round(perf_counter() - start, 2)

    def _tidy(self, sources: Sequence[SourceReport]) -> tuple[str, ...]:
        """Remove old versions: all of them when one holds a source no manifest describes."""
        removed = [*self.versions.prune(self.settings.keep)]
        described = {source.id for source in sources}
        held = [sources_in(self.versions.path(earlier)) for earlier in self.versions.kept()[1:]]
        if any(ids - described for ids in held):
            removed += self.versions.prune(keep=1)
        return tuple(removed)

    def _forget(self, content: Content, cache: VectorCache) -> None:
        """Leave in the cache the vectors of the versions on disk: going back to one is free."""
        hashes = hashes_of(content.entries)
        earlier = (self.versions.path(version) for version in self.versions.kept()[1:])
        # One written by an earlier release can't be read, nor gone back to.
        for folder in filter(is_sound, earlier):
            hashes |= hashes_of(entries_in(folder))
        cache.retain(hashes)

    def _earlier(self, name: str, content: Content, cache: VectorCache) -> str | None:
        """Return a version on disk, not the served one, that holds the content."""
        kept = () if self.settings.rebuild else self.versions.kept()
        others = (one for one in kept if one != self.versions.current())
        version = next((one for one in others if _content_of(one) == name), None)
        if version is None:
            return None
        try:
            with self.timed("check"):
                self._check(self.versions.path(version), content, cache)
        except DamagedVersionError:
            return None
        return version

    def _build(self, name: str, content: Content, cache: VectorCache) -> str:
        with self.timed("embed"):
            vectors = self._vectors(content.entries, cache, self.progress)
        version = self._free(name)
        folder = self.versions.path(version)
        try:
            with self.timed("index"):
                self._write(folder, version, content, vectors)
            with self.timed("check"):
                self._check(folder, content, cache)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return version

    def _free(self, name: str) -> str:
        """Return the name, numbered when a damaged or served version already bears it."""
        names = chain([name], (f"{name}-{number}" for number in count(1)))
        return next(one for one in names if not self.versions.path(one).exists())

    def _write(self, folder: Path, version: str, content: Content, vectors: Vectors) -> None:
        built = datetime.now(UTC).isoformat(timespec="seconds")
        fingerprint, dimension = self.embedder.fingerprint, self.embedder.dimension
        with closing(create(folder, version, fingerprint, dimension, built)) as kb:
            fill(kb, content, vectors, self.progress)
        seal(kb, folder, content.counts())

    def _check(self, folder: Path, content: Content, cache: VectorCache) -> None:
        texts = [entry for entry in content.entries if not entry.is_question]
        vectors = self._vectors(sample(texts), cache, Silent())
        fingerprint, dimension = self.embedder.fingerprint, self.embedder.dimension
        with closing(open_version(folder, fingerprint, dimension)) as kb:
            check(kb, content, vectors, self.progress)

    def _vectors(self, entries: Sequence[Entry], cache: VectorCache, progress: Progress) -> Vectors:
        embedded = embed(entries, self.embedder, cache, progress)
        self.tally["embedded"] += embedded.computed
        return embedded.vectors

    def _cache(self) -> VectorCache:
        return VectorCache(self.settings.home / CACHE, self.embedder.fingerprint)


def _content_of(version: str) -> str:
    """Return the name a version was given for what it holds, without its number."""
    return version.partition("-")[0]
