"""What can go wrong with the knowledge base.

SproError
├── InputError                 a file given to us is wrong; names it, and the line or field
│   ├── MissingFileError
│   ├── ChecksumError
│   ├── ManifestError
│   └── UnparsableFileError
├── EmbeddingError             the embedder can't be made or does not answer
└── StoreError
    ├── NoKnowledgeBaseError   nothing has been ingested yet
    ├── DamagedVersionError    a version on disk is incomplete or unreadable
    └── FingerprintError       the index was written with another embedder
"""

from pathlib import Path


class SproError(Exception):
    """Whatever the service itself raises; a person can act on its message."""


class InputError(SproError):
    """A file given to the service is wrong: `where` is a line, a field, or empty."""

    def __init__(self, path: Path, reason: str, where: str = "") -> None:
        self.path = path
        self.reason = reason
        self.where = where
        place = f"{path}, {where}" if where else str(path)
        super().__init__(f"{place} : {reason}")


class MissingFileError(InputError):
    """A manifest names a file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "fichier absent")


class ChecksumError(InputError):
    """A file is not the one its manifest describes."""

    def __init__(self, path: Path, expected: str, found: str) -> None:
        super().__init__(path, f"sha256 attendu {expected[:12]}…, trouvé {found[:12]}…")


class ManifestError(InputError):
    """A manifest does not say what it must."""


class UnparsableFileError(InputError):
    """A file's content can't be read in its format."""


class EmbeddingError(SproError):
    """The embedder can't be made, or does not answer."""


class StoreError(SproError):
    """The knowledge base can't be written or read."""


class NoKnowledgeBaseError(StoreError):
    """Nothing has been ingested yet."""


class DamagedVersionError(StoreError):
    """A version on disk is incomplete or unreadable."""


class FingerprintError(StoreError):
    """The index was written with another embedder than the one that searches it."""

    def __init__(self, index: str, embedder: str) -> None:
        super().__init__(
            f"index fait avec {index}, recherche avec {embedder} : relancer l'ingestion"
        )
