"""The seal of a version: written last, so that a version without one was never finished."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.model.errors import DamagedVersionError
from corpus.store.codec import decode, encode
from corpus.store.files import write_atomically

SEAL: Final = "version.json"

SCHEMA: Final = 2
"""Layout of a version on disk; raised whenever an older version could not be read as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a finished version says of itself; `counts` by kind of record, fact or register."""

    version: str
    fingerprint: str
    built: str
    """ISO date and time."""
    counts: dict[str, int] = field(default_factory=dict, hash=False)
    schema: int = SCHEMA


def write_seal(folder: Path, seal: Seal) -> None:
    """Mark the version in `folder` as finished."""
    text = json.dumps(encode(seal), ensure_ascii=False, indent=2, sort_keys=True)
    write_atomically(folder / SEAL, text + "\n")


def read_seal(folder: Path) -> Seal:
    """Return the seal of a finished version; `DamagedVersionError` when there is none."""
    path = folder / SEAL
    try:
        seal = decode(Seal, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        message = f"{path} : version inachevée ou illisible, relancer l’ingestion"
        raise DamagedVersionError(message) from error
    if seal.schema != SCHEMA:
        message = f"{path} : format {seal.schema}, attendu {SCHEMA} ; relancer l’ingestion"
        raise DamagedVersionError(message)
    return seal


def is_sealed(folder: Path) -> bool:
    """Return whether the version in `folder` was finished."""
    return (folder / SEAL).is_file()
