"""Samples are kept thirty days; older lines are not read, and can be taken out of the files."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError
from corpus.store.files import flush

KEPT: Final = 30
"""Days a sample is kept, the day it was taken not counted."""
_FRESH: Final = ".new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file of samples, not read yet."""

    path: Path
    number: int
    content: bytes
    whole: bool
    """Whether its end is written."""
    day: date
    """Its day; the day the file last changed when the line tells none."""

    def expired(self, today: date) -> bool:
        """Return whether the line is too old to be kept."""
        return (today - self.day).days > KEPT


def sample_files(folder: Path) -> list[Path]:
    """Return the files of samples of a folder and its sub-folders; none when it does not exist."""
    return sorted(path for path in folder.rglob("*.jsonl") if path.is_file())


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the lines of a file, the last may be cut short; InputError when it can't be read."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
        *whole, rest = path.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(path, error.strerror or "illisible") from error
    for number, content in enumerate((*whole, rest), start=1):
        if content.strip():
            day = _day(content) or changed
            ended = number <= len(whole)
            yield Line(path=path, number=number, content=content, whole=ended, day=day)


def purge(folder: Path, today: date) -> int:
    """Take the lines that are too old out of the files, and return how many there were.

    Each file is the old one or the new one, whenever the process is killed; one left empty goes.
    """
    for left in folder.rglob(f"*.jsonl{_FRESH}"):
        left.unlink()
    return sum(_purge(path, today) for path in sample_files(folder))


def _purge(path: Path, today: date) -> int:
    """Take the old lines out of one file."""
    lines = list(lines_of(path))
    kept = [line for line in lines if not line.expired(today)]
    if len(kept) < len(lines):
        _replace(path, b"".join(line.content + b"\n" * line.whole for line in kept))
    return len(lines) - len(kept)


def _replace(path: Path, content: bytes) -> None:
    """Replace the content of a file, its date kept: lines that tell no day are as old as it."""
    if not content:
        path.unlink()
    else:
        fresh, changed = path.with_name(f"{path.name}{_FRESH}"), path.stat()
        fresh.write_bytes(content)
        os.utime(fresh, ns=(changed.st_atime_ns, changed.st_mtime_ns))
        fresh.chmod(changed.st_mode)
        flush(fresh)
        fresh.replace(path)
    flush(path.parent)


def _day(content: bytes) -> date | None:
    """Return the day a line tells, if it can be read."""
    try:
        return date.fromisoformat(json.loads(content)["day"])
    except (ValueError, TypeError, KeyError):
        return None
