"""Reciprocal rank fusion of several ranked lists."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

_DAMPING: Final = 60
"""Constant of the published method (Cormack, Clarke, Büttcher, SIGIR 2009)."""


def fuse(
    lists: Mapping[str, Sequence[str]], weights: Mapping[str, float] | None = None
) -> list[tuple[str, float, dict[str, int]]]:
    """Return ids with their fused score and their rank in each list, best first.

    A list without a weight counts once; ties keep the order of the lists.
    """
    scores: dict[str, float] = defaultdict(float)
    ranks: dict[str, dict[str, int]] = defaultdict(dict)
    for name, ids in lists.items():
        weight = (weights or {}).get(name, 1.0)
        for rank, found in enumerate(dict.fromkeys(ids), start=1):
            scores[found] += weight / (_DAMPING + rank)
            ranks[found][name] = rank
    best = sorted(scores, key=lambda found: -scores[found])
    return [(found, scores[found], ranks[found]) for found in best]
