"""Telling a damaged SQLite file from one that is only busy, locked or out of reach."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from corpus.model.errors import DamagedVersionError

_DAMAGE: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY: Final = 0xFF
"""Extended result codes carry the primary one in their low byte."""


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Return whether the content of the file is at fault: not a lock, a full disk or a refusal."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DAMAGE


def refuse_damage(path: Path) -> None:
    """Raise `DamagedVersionError` when a file is empty or malformed; nothing in it is touched."""
    if not path.stat().st_size:
        message = f"{path} : fichier vide, relancer l’ingestion"
        raise DamagedVersionError(message)
    # Not `immutable`: another process may be writing, and its locks must be heeded.
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            (found,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            return
        found = str(error)
    if found != "ok":
        message = f"{path} : fichier illisible ({found}), relancer l’ingestion"
        raise DamagedVersionError(message)
