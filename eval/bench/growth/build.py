"""A knowledge base of a given size on disk: what was built by an earlier run is taken as it is."""

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from corpus.model.document import Passage
from corpus.model.errors import StoreError
from corpus.store.files import write_atomically
from corpus.store.knowledge_base import KnowledgeBase, create, seal
from eval.bench.growth.generated import BLOCK, RECIPE, SEED, SOURCE, Generated, counts_of
from eval.bench.growth.own import Own
from eval.bench.growth.told import Watch
from eval.bench.timing import seconds
from ingest.index import fill
from ingest.progress import Progress, Silent

T = TypeVar("T")
_FIGURES: Final = "build.json"
_MEGABYTE: Final = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFigures:
    """What building took, on the day it was done."""

    version: str
    date: str
    passages: int
    seconds: float
    steps: Mapping[str, float]
    """Seconds of each step; drawing texts and vectors is part of them."""
    passages_per_second: float
    most_megabytes: float
    """Most memory the process that built held, read after each block."""
    disk_megabytes: float


def folder_of(home: Path, size: int) -> Path:
    """Return the folder of a size under `home`."""
    return home / f"size-{size}"


def build(folder: Path, size: int, own: Own, say: Callable[[str], None]) -> BuildFigures:
    """Return the figures of the version of `size` passages in `folder`, built unless it is there.

    An unfinished version, or one of other records, is removed. StoreError when our own records
    alone are more than `size`.
    """
    if size < len(own.content.passages):
        message = (
            f"{size} passages demandés, les fiches du dépôt en ont {len(own.content.passages)}"
        )
        raise StoreError(message)
    version = _version(size, own)
    if (held := _held(folder, version)) is not None:
        return held
    shutil.rmtree(folder, ignore_errors=True)
    watch = Watch(f"{size:,}", say)
    started = time.perf_counter()
    steps = _write(folder, version, size, own, watch)
    taken = time.perf_counter() - started
    figures = BuildFigures(
        version=version,
        date=datetime.now(UTC).date().isoformat(),
        passages=size,
        seconds=taken,
        steps=steps,
        passages_per_second=size / taken,
        most_megabytes=watch.most_megabytes,
        disk_megabytes=_bytes(folder) / _MEGABYTE,
    )
    write_atomically(folder / _FIGURES, json.dumps(asdict(figures), indent=2) + "\n")
    return figures


def _version(size: int, own: Own) -> str:
    """Return the id of a version: same records, embedder, seed and size, same id."""
    named = f"{own.content.version(own.fingerprint)}\n{SEED}\n{RECIPE}\n{size}"
    return hashlib.sha256(named.encode()).hexdigest()[:16]


def _held(folder: Path, version: str) -> BuildFigures | None:
    """Return the figures of that version when it is in the folder, finished."""
    try:
        figures = BuildFigures(**json.loads((folder / _FIGURES).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    return figures if figures.version == version else None


def _write(
    folder: Path, version: str, size: int, own: Own, progress: Progress
) -> Mapping[str, float]:
    """Write a version and return the seconds of each step."""
    built = datetime.now(UTC).isoformat(timespec="seconds")
    dimension = own.vectors.shape[1]
    count = size - len(own.content.passages)
    counts = Counter(own.content.counts()) + Counter({**counts_of(count), "sources": 1})
    with closing(create(folder, version, own.fingerprint, dimension, built)) as kb:
        steps = {
            "own": seconds(lambda: fill(kb, own.content, own.vectors, Silent())),
            **_add(kb, Generated.of(own), count, progress),
        }
    return {**steps, "seal": seconds(lambda: seal(kb, folder, counts))}


def _add(
    kb: KnowledgeBase, generated: Generated, count: int, progress: Progress
) -> Mapping[str, float]:
    """Add generated passages to each store, a block in memory at a time."""

    def texts(step: str) -> Iterator[Passage]:
        return _told(generated.passages(count), step, count, progress)

    def vectors() -> None:
        done = 0
        for kind, ids, rows in generated.vectors(count):
            kb.vectors.add(kind, ids, rows)
            done += len(ids)
            progress.advance("vectors", done, count)

    kb.sources.add([SOURCE])
    return {
        "records": seconds(lambda: kb.passages.add(texts("records"))),
        "words": seconds(lambda: kb.words.add(texts("words"))),
        "vectors": seconds(vectors),
    }


def _told(items: Iterable[T], step: str, total: int, progress: Progress) -> Iterator[T]:
    """Yield items, and tell how many were taken after each block."""
    for done, item in enumerate(items, start=1):
        yield item
        if done % BLOCK == 0 or done == total:
            progress.advance(step, done, total)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
