"""What is read of the person: all they stated, and nothing else."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.trace.observed import Known
from eval.trace.trace import Trace

_UNLABELLED: Final = frozenset({"commune"})
"""Fields data sets say nothing of."""


def score_profile_recall(item: Item, trace: Trace) -> Score | None:
    """Score the share of the stated facts that are read."""
    read = _read(trace)
    if read is None:
        return None
    stated = item.expected["profile"]
    lost = [
        f"{field} not read as {stated[field]}" for field in stated if not _same(field, read, stated)
    ]
    return share(lost, len(stated))


def score_profile_precision(item: Item, trace: Trace) -> Score | None:
    """Score the share of what is read that was stated, or follows from the situation stated."""
    read = _read(trace)
    if read is None:
        return None
    stated = item.expected["profile"]
    true = {**_implied(stated.get("situation", "")), **stated}
    judged = [field for field in read if field not in _UNLABELLED]
    made_up = [f"{field} read as {read[field]}" for field in judged if not _same(field, read, true)]
    return share(made_up, len(judged))


def _read(trace: Trace) -> Known | None:
    """Return what was read of the person, from the step that reads or else from the reply."""
    seen = trace.only.seen
    return seen.read.profile if seen.read is not None else seen.observed.understood


def _same(field: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether both know a field, and alike."""
    return field in one and field in other and one[field] == other[field]


def _implied(situation: str) -> Known:
    """Return what a situation means by itself."""
    return _situations().get(situation, {})


@cache
def _situations() -> Mapping[str, Known]:
    """Return what each situation means, by `situations.toml`: never the assistant's own table."""
    file = resources.files("eval") / "scorers" / "situations.toml"
    table: Mapping[str, Known] = tomllib.loads(file.read_text(encoding="utf-8"))["implied"]
    return table
