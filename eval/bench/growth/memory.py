"""Memory of a process that opens a knowledge base and searches it."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from assistant.bootstrap import build_assistant
from assistant.question import Turn
from assistant.settings import Settings
from corpus.embedding.ports import Embedder
from corpus.store.knowledge_base import open_version
from eval.bench.growth.told import resident_megabytes

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryFigures:
    """A process that searched, beside the same one before it opened the knowledge base."""

    resident_megabytes: float
    """The most it held, read after each question; pages of files that it maps are counted."""
    bare_megabytes: float
    """With the embedder open and used."""
    ready_seconds: float
    """From the opening of the knowledge base to the end of the first search."""


def apart(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `work` does in a new process, which holds nothing else."""
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(work, *args, **kwargs).result()


def measure_memory(
    folder: Path, opens: Callable[[], Embedder], questions: Sequence[str], settings: Settings
) -> MemoryFigures:
    """Return the figures of this process, which is to be a new one."""
    embedder = opens()
    embedder.embed_query(questions[0])
    bare = resident_megabytes()
    started = time.perf_counter()
    with closing(open_version(folder, embedder.fingerprint, embedder.dimension)) as kb:
        assistant = build_assistant(kb, embedder, settings)
        held: list[float] = []
        ready = 0.0
        for question in questions:
            assistant.retrieve(assistant.understand(Turn(text=question)))
            ready = ready or time.perf_counter() - started
            held.append(resident_megabytes())
    return MemoryFigures(
        resident_megabytes=max(held),
        bare_megabytes=bare,
        ready_seconds=ready,
    )
