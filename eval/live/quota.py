"""A bounded number of samples a day and a site, chosen by chance and always the same ones."""

import hashlib
import heapq
from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

from eval.live.sample import Sample

DEFAULT: Final = 200
"""Samples of one site scored for one day."""
_Groups: TypeAlias = dict[tuple[date, str], list[Sample]]


def draw(samples: Iterable[Sample], quota: int) -> list[Sample]:
    """Return at most `quota` samples a day and a site, in the order of days.

    The hash of the reply's id decides: neither what was said nor how well it was answered.
    """
    groups: _Groups = {}
    for sample in samples:
        groups.setdefault((sample.day, sample.site), []).append(sample)
    return [one for key in sorted(groups) for one in heapq.nsmallest(quota, groups[key], _drawn)]


def _drawn(sample: Sample) -> str:
    """Return the rank of a sample in the draw."""
    return hashlib.sha256(sample.key.encode()).hexdigest()
