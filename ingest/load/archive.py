"""Zip archives, opened with suspicion: their index may lie, their content may swell."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from corpus.model.errors import UnparsableFileError

_ENCRYPTED: Final = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an archive may hold at most; sizes in bytes."""

    members: int = 1_000
    expanded: int = 500_000_000
    ratio: float = 200.0
    """Expanded size over size in the archive; text rarely passes 20."""


DEFAULT_LIMITS: Final = Limits()


def read_only_member(path: Path, suffix: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the content of the one member with this suffix.

    Raises UnparsableFileError when the archive is unreadable, swells or tries to leave its folder.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _refuse_traps(path, members, limits)
            wanted = [member for member in members if member.filename.endswith(suffix)]
            if len(wanted) != 1:
                raise UnparsableFileError(path, f"un fichier {suffix} attendu, {len(wanted)} là")
            return archive.read(wanted[0])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnparsableFileError(path, f"archive zip illisible ({error})") from error


def _refuse_traps(path: Path, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise UnparsableFileError(path, f"trop de fichiers dans l'archive ({len(members)})")
    expanded = sum(member.file_size for member in members)
    if expanded > limits.expanded:
        raise UnparsableFileError(path, f"archive trop grande une fois ouverte ({expanded} octets)")
    for member in members:
        _refuse_trap(path, member, limits)


def _refuse_trap(path: Path, member: zipfile.ZipInfo, limits: Limits) -> None:
    place = f"membre {member.filename!r}"
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts:
        raise UnparsableFileError(path, "chemin qui sort de l'archive", place)
    if member.flag_bits & _ENCRYPTED:
        raise UnparsableFileError(path, "membre chiffré", place)
    if member.file_size > limits.ratio * max(member.compress_size, 1):
        raise UnparsableFileError(path, "membre anormalement compressé", place)
