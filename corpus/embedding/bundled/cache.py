"""Files kept between runs: each name carries the checksum of the content.

So a file that was cut short or altered is seen, and two processes that write at once can't harm
each other: both put a whole file in place, in one move.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from corpus.embedding.bundled.package import sha256_of
from corpus.model.errors import EmbeddingError

_UNFINISHED: Final = ".partial"
_ABANDONED_SECONDS: Final = 3600.0


def default_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder where this user's applications keep what they can make again."""
    home = environment.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "spro"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file of `folder` named `<stem>-<sha256><suffix>`, made when there is no sound one."""

    folder: Path
    stem: str
    suffix: str

    def get(self, write: Callable[[Path], None]) -> Path:
        """Return a sound file, made by `write` at need; raise `EmbeddingError` if it can't be."""
        try:
            return self._find() or self._make(write)
        except OSError as error:
            message = (
                f"{self.folder} : impossible d'y préparer le modèle ({error.strerror}) ; "
                "donner un dossier accessible en écriture par SPRO_CACHE"
            )
            raise EmbeddingError(message) from error

    def _find(self) -> Path | None:
        for path in sorted(self.folder.glob(f"{self.stem}-*{self.suffix}")):
            if path.name == self._name(path):
                return path
            path.unlink(missing_ok=True)
        return None

    def _make(self, write: Callable[[Path], None]) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        with NamedTemporaryFile(dir=self.folder, suffix=_UNFINISHED, delete=False) as file:
            partial = Path(file.name)
        try:
            write(partial)
            finished = self.folder / self._name(partial)
            partial.replace(finished)
        finally:
            partial.unlink(missing_ok=True)
        return finished

    def _name(self, path: Path) -> str:
        return f"{self.stem}-{sha256_of(path)}{self.suffix}"

    def _sweep(self) -> None:
        """Remove what a killed process left behind."""
        limit = time.time() - _ABANDONED_SECONDS
        for path in self.folder.glob(f"*{_UNFINISHED}"):
            if path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)
