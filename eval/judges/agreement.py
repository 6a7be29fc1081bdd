"""How far a judge agrees with people, beyond chance."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from corpus.model.errors import InputError
from eval.judges.base import CUT

Key: TypeAlias = tuple[str, str]
"""An item and a measure."""

_LABEL: Final = ("item", "measure", "label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Cohen's kappa over what both judged; absent when chance alone explains everything."""

    kappa: float | None
    observed: float
    """Share of verdicts that are the same."""
    count: int


def read_labels(path: Path) -> dict[Key, float]:
    """Return what people said, from lines of `{item, measure, label}`, label 0 to 1.

    Raises:
        InputError: naming the file and the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(path, error.strerror or "illisible") from error
    labels: dict[Key, float] = {}
    for number, line in enumerate(lines, start=1):
        key, label = _label(path, number, line)
        labels[key] = label
    return labels


def agreement(judge: Mapping[Key, float], human: Mapping[Key, float]) -> Agreement | None:
    """Return how far verdicts agree, right or wrong from `CUT` on; nothing if none is shared."""
    shared = sorted(judge.keys() & human.keys())
    if not shared:
        return None
    pairs = [(judge[key] >= CUT, human[key] >= CUT) for key in shared]
    return Agreement(
        kappa=kappa(pairs),
        observed=sum(a == b for a, b in pairs) / len(pairs),
        count=len(pairs),
    )


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Return Cohen's kappa of two raters; absent where both always say the same one thing."""
    total = len(pairs)
    if not total:
        return None
    same = sum(a == b for a, b in pairs) / total
    first, second = zip(*pairs, strict=True)
    labels = {*first, *second}
    chance = sum(first.count(label) * second.count(label) for label in labels) / total**2
    return (same - chance) / (1 - chance) if chance < 1 else None


def _label(path: Path, number: int, line: str) -> tuple[Key, float]:
    """Return one line as what it labels, and the label."""
    place = f"ligne {number}"
    try:
        values = json.loads(line)
        item, measure, label = (values[name] for name in _LABEL)
        value = float(label)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(path, f"{_LABEL} attendus : {error}", place) from error
    if not 0 <= value <= 1:
        raise InputError(path, f"étiquette entre 0 et 1 attendue, pas {value}", place)
    return (str(item), str(measure)), value
