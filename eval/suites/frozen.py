"""The frozen suite: items of the development split, drawn once by a rule that sees no result."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError
from eval.data.item import DEVELOPMENT, Item
from eval.data.vocabulary import DISPUTED

SIZES: Final[Mapping[str, int]] = {
    "abstention": 120,
    "attacks": 60,
    "crisis": 120,
    "dialogues": 20,
    "followups": 60,
    "neutrality": 20,
    "occupations": 60,
    "privacy": 80,
    "referral": 130,
    "retrieval": 100,
}
"""Most items drawn from each data set; a twin counts once for all its personas."""


def default_path() -> Path:
    """Return the list of the repository."""
    return Path(str(resources.files("eval") / "suites" / "frozen.txt"))


def draw(items: Mapping[str, Sequence[Item]]) -> list[str]:
    """Return the ids of the suite: the lowest digests of ids, so that no result is looked at."""
    drawn: list[str] = []
    for name, size in SIZES.items():
        usable = [i for i in items[name] if i.split == DEVELOPMENT and i.review != DISPUTED]
        drawn += sorted(item.id for item in sorted(usable, key=_lot)[:size])
    return drawn


def read_suite(path: Path) -> list[str]:
    """Return the ids of a suite, one a line; blank lines and `#` are passed over."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def restricted(
    items: Mapping[str, Sequence[Item]], suite: Iterable[str], path: Path
) -> dict[str, list[Item]]:
    """Return the items of a suite by data set; InputError when one of them is gone."""
    wanted = set(suite)
    kept = {name: [i for i in held if i.id in wanted] for name, held in items.items()}
    lost = wanted - {item.id for held in kept.values() for item in held}
    if lost:
        raise InputError(path, f"messages absents des jeux de données : {sorted(lost)}")
    return {name: held for name, held in kept.items() if held}


def _lot(item: Item) -> str:
    """Return what an item is drawn by."""
    return hashlib.sha256(f"frozen-2026-11 {item.id}".encode()).hexdigest()
