"""Files a manifest names: found, inside their folder, and with the checksum they must have."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corpus.model.errors import ChecksumError, ManifestError, MissingFileError
from ingest.load.manifest import FileEntry, Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that is there and is the one the manifest describes."""

    path: Path

    @property
    def name(self) -> str:
        """Return the name reports show."""
        return self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files of a source, and the external ones this machine does not have."""

    files: tuple[SourceFile, ...]
    absent: tuple[str, ...]


def find(manifest: Manifest, data: Path | None) -> Found:
    """Return the checked files of a manifest.

    Raises MissingFileError, ChecksumError, or ManifestError when a path leaves its folder.
    """
    files: list[SourceFile] = []
    absent: list[str] = []
    for entry in manifest.entries:
        if not entry.external:
            files += _local(manifest, entry)
        elif (there := _external(manifest, entry, data)) is not None:
            files.append(there)
        else:
            absent.append(entry.path)
    return Found(files=tuple(files), absent=tuple(absent))


def sha256(path: Path) -> str:
    """Return a file's checksum, read piece by piece."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _local(manifest: Manifest, entry: FileEntry) -> list[SourceFile]:
    folder = manifest.path.parent
    _refuse_outside(manifest, folder, folder / entry.path, entry)
    paths = sorted(
        path for path in folder.glob(entry.path) if path.is_file() and path != manifest.path
    )
    if not paths:
        raise MissingFileError(folder / entry.path)
    for path in paths:
        _refuse_outside(manifest, folder, path, entry)
    return [_checked(path, entry.sha256) for path in paths]


def _external(manifest: Manifest, entry: FileEntry, data: Path | None) -> SourceFile | None:
    if data is None:
        return None
    path = data / entry.path
    _refuse_outside(manifest, data, path, entry)
    return _checked(path, entry.sha256) if path.is_file() else None


def _checked(path: Path, expected: str | None) -> SourceFile:
    if expected is not None and (found := sha256(path)) != expected:
        raise ChecksumError(path, expected, found)
    return SourceFile(path=path)


def _refuse_outside(manifest: Manifest, folder: Path, path: Path, entry: FileEntry) -> None:
    """Refuse a path that leaves its folder, be it through a symbolic link."""
    if not path.resolve().is_relative_to(folder.resolve()):
        name = path.relative_to(folder)
        raise ManifestError(manifest.path, f"{name} sort du dossier", entry.where)
