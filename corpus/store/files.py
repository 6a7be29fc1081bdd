"""Small files that are either the old one or the new one, whenever the process is killed."""

import os
from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Replace the content of `path`; it is on disk when the call returns."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    flush(fresh)
    os.replace(fresh, path)  # noqa: PTH105 - same call, and the one the tests interrupt
    flush(path.parent)


def flush(path: Path) -> None:
    """Force a file's content, or a folder's list of names, onto the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_tree(folder: Path) -> None:
    """Force every file under `folder` onto the disk."""
    for path in sorted(folder.rglob("*")):
        flush(path)
    flush(folder)
