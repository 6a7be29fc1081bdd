"""The assistant opened for a run: always over the same base, always on the same day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from assistant.bootstrap import build_assistant
from assistant.composition.compose import Compose
from assistant.service import Assistant
from assistant.settings import Settings
from corpus.embedding.ports import Embedder
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.knowledge_base import KnowledgeBase, open_version
from corpus.store.versions import Versions
from ingest.pipeline import ingest
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An assistant with the knowledge base it answers from."""

    assistant: Assistant
    kb: KnowledgeBase


@contextmanager
def open_assistant(
    settings: Settings, embedder: Embedder, *, served: bool = False, day: date | None = None
) -> Iterator[Opened]:
    """Give the assistant over the repository's own records, or over the base being served.

    The repository's own records are what every machine has: figures over them compare. `day`
    is the day the assistant believes it is, since a figure that has run out is not shown.

    Raises NoKnowledgeBaseError when the base to be served was never built.
    """
    versions = Versions(settings.home) if served else _own(settings, embedder)
    version = versions.current()
    if version is None:
        msg = "aucune base de connaissances n'est servie : lancer « make ingest »"
        raise NoKnowledgeBaseError(msg)
    kb = open_version(versions.path(version), embedder.fingerprint, embedder.dimension)
    try:
        assistant = build_assistant(kb, embedder, settings)
        yield Opened(assistant=on_day(assistant, day) if day else assistant, kb=kb)
    finally:
        kb.close()


def own_records(settings: Settings) -> IngestSettings:
    """Return how the base of the repository's own records is built, beside the served one."""
    return IngestSettings(home=settings.home / "eval", sources=(settings.sources,), only_local=True)


def on_day(assistant: Assistant, day: date) -> Assistant:
    """Return the same assistant, on one day for ever; TypeError for a composer without a day."""
    compose = assistant.compose
    if not isinstance(compose, Compose):
        msg = f"{compose!r} has no day to set"
        raise TypeError(msg)
    return replace(assistant, compose=replace(compose, today=lambda: day))


def _own(settings: Settings, embedder: Embedder) -> Versions:
    """Build or refresh the base of our own records, and return its versions."""
    inputs = own_records(settings)
    ingest(inputs, embedder)
    return Versions(inputs.home)
