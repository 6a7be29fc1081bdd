"""Versions of the knowledge base side by side, and the pointer that says which one is served.

The pointer is one small file: the version served on the first line, then those served before it.
It is replaced whole, so a process killed at any moment leaves the old pointer or the new one.
"""

import fcntl
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.model.errors import DamagedVersionError, StoreError
from corpus.store.files import write_atomically
from corpus.store.knowledge_base import is_sound
from corpus.store.seal import SEAL, is_sealed

REMEMBERED: Final = 10
"""Versions the pointer remembers."""

_VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions under one home folder."""

    home: Path
    opens: Callable[[Path], bool] = is_sound
    """Whether the version in a folder is finished and can be served."""

    def path(self, version: str) -> Path:
        """Return the folder of a version, made or not; `ValueError` for an id unfit for one."""
        if not _VERSION.fullmatch(version):
            message = f"not a version id: {version!r}"
            raise ValueError(message)
        return self._folder / version

    def current(self) -> str | None:
        """Return the version served, or None when nothing was ever published."""
        return next(iter(self._history()), None)

    def previous(self) -> str | None:
        """Return the last version served before the current one that can still be served."""
        return next((v for v in self._history()[1:] if self.opens(self.path(v))), None)

    def kept(self) -> Sequence[str]:
        """Return the versions of the pointer that can be served, the one served first."""
        return [v for v in self._history() if self.opens(self.path(v))]

    def publish(self, version: str) -> None:
        """Serve `version` from now on; `DamagedVersionError` when it was never finished."""
        if not is_sealed(self.path(version)):
            message = f"{self.path(version)} : version inachevée, elle ne peut pas être publiée"
            raise DamagedVersionError(message)
        self._point_to([version, *(v for v in self._history() if v != version)])

    def rollback(self) -> str:
        """Serve the previous version again and return its id; `StoreError` when there is none.

        A damaged version is passed over.
        """
        previous = self.previous()
        if previous is None:
            message = "aucune version antérieure lisible n’est conservée : relancer l’ingestion"
            raise StoreError(message)
        # The version left goes last, so that a second rollback goes further back, not forward.
        left, *others = self._history()
        self._point_to([previous, *(v for v in others if v != previous), left])
        return previous

    def prune(self, keep: int = 2) -> Sequence[str]:
        """Remove every finished version but the `keep` first of `kept`, and the one served.

        Returns the ids removed. A version another process still reads is the caller's matter.
        """
        kept = {*self.kept()[: max(1, keep)], self.current()}
        return self._remove(p for p in self._folders() if is_sealed(p) and p.name not in kept)

    def discard_unfinished(self) -> Sequence[str]:
        """Remove what an interrupted ingestion left, and return the ids; call it under `lock`."""
        return self._remove(p for p in self._folders() if not is_sealed(p))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the right to write versions; `StoreError` when another process has it.

        The system frees it when the process ends, however it ends.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = f"une ingestion est déjà en cours dans {self.home} : attendre sa fin"
                raise StoreError(message) from error
            yield

    @property
    def _folder(self) -> Path:
        return self.home / "versions"

    @property
    def _pointer(self) -> Path:
        return self.home / "current"

    def _folders(self) -> Sequence[Path]:
        return sorted(self._folder.iterdir()) if self._folder.is_dir() else ()

    def _history(self) -> Sequence[str]:
        try:
            lines = self._pointer.read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return ()
        if not all(_VERSION.fullmatch(line) for line in lines):
            message = f"{self._pointer} : pointeur illisible, relancer l’ingestion"
            raise DamagedVersionError(message)
        return lines

    def _point_to(self, history: Sequence[str]) -> None:
        write_atomically(self._pointer, "".join(f"{v}\n" for v in history[:REMEMBERED]))

    def _remove(self, folders: Iterator[Path]) -> Sequence[str]:
        removed = list(folders)
        for folder in removed:
            # Without its seal, a folder half removed is discarded by the next ingestion.
            (folder / SEAL).unlink(missing_ok=True)
            shutil.rmtree(folder)
        return [folder.name for folder in removed]
