"""The service of one machine: serves the version the pointer names, and sees it move."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Final

from api.log import log_fault
from api.service import Readiness
from assistant.bootstrap import build_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wording import wording
from corpus.embedding.ports import Embedder
from corpus.model.errors import (
    DamagedVersionError,
    FingerprintError,
    NoKnowledgeBaseError,
    SproError,
)
from corpus.store.knowledge_base import KnowledgeBase, open_version
from corpus.store.versions import Versions

RETRY: Final = 5.0
"""Seconds before a version that could not be opened is tried again: it may have been mended."""


@dataclass(slots=True)
class LiveService:
    """Answer from the current version; a new one is opened at the first question after a switch.

    The version left stays open until the next switch: turns under way finish on what they began.
    """

    settings: Settings
    embedder: Embedder
    is_refreshing: Callable[[], bool] = lambda: False
    _lock: Lock = field(default_factory=Lock, init=False)
    _assistant: Assistant | None = field(default=None, init=False)
    _open: list[KnowledgeBase] = field(default_factory=list, init=False)
    _fault: SproError | None = field(default=None, init=False)
    _refused: tuple[str, float] | None = field(default=None, init=False)
    """Version that could not be opened, and when: not tried again at each question."""

    def responder(self) -> Assistant:
        """Return the assistant over the current version."""
        with self._lock:
            self._follow()
            if self._assistant is None:
                raise self._fault or NoKnowledgeBaseError
            return self._assistant

    def health(self) -> Readiness:
        """Return whether a version is served, and what is wrong with it if not."""
        try:
            version = self.responder().versions.corpus
        except SproError as error:
            return Readiness(ready=False, reasons=(reason(error),), refreshing=self.is_refreshing())
        reasons = (reason(self._fault),) if self._fault else ()
        return Readiness(
            ready=True, reasons=reasons, version=version, refreshing=self.is_refreshing()
        )

    @property
    def _versions(self) -> Versions:
        return Versions(self.settings.home)

    def _follow(self) -> None:
        """Serve what the pointer names; what can't be read leaves the former version in place."""
        try:
            version = self._versions.current()
            if version is None:
                msg = "aucune base de connaissances : lancer l’ingestion (make ingest)"
                raise NoKnowledgeBaseError(msg)
            served = self._assistant.versions.corpus if self._assistant else None
            if self._just_refused(version):
                return
            if version != served:
                self._switch(version)
        except SproError as error:
            self._fail(error)
        else:
            self._fault = self._refused = None

    def _just_refused(self, version: str) -> bool:
        """Return whether this very version could not be opened a moment ago."""
        name, since = self._refused or ("", 0.0)
        return name == version and monotonic() - since < RETRY

    def _fail(self, error: SproError) -> None:
        """Remember what is wrong, and tell the operator once; clients never see a path."""
        if str(error) != str(self._fault):
            log_fault(error)
        self._fault = error

    def _switch(self, version: str) -> None:
        """Serve `version`, and close the one left two switches ago."""
        self._refused = (version, monotonic())
        folder = self._versions.path(version)
        kb = open_version(folder, self.embedder.fingerprint, self.embedder.dimension)
        self._assistant = build_assistant(kb, self.embedder, self.settings)
        self._open.append(kb)
        for left in self._open[:-2]:
            left.close()
        del self._open[:-2]


def reason(error: SproError) -> str:
    """Return what is wrong in words a client may read: no path, no technical detail."""
    kinds = (
        (NoKnowledgeBaseError, "nothing_built"),
        (FingerprintError, "other_embedder"),
        (DamagedVersionError, "damaged"),
    )
    key = next((key for kind, key in kinds if isinstance(error, kind)), "unreadable")
    return wording()(f"api.ready.{key}")
