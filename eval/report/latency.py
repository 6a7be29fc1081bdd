"""How long replies took: whole, until their first sentence, and step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from eval.trace.trace import Exchange, Trace

WHOLE: Final = "whole"
FIRST: Final = "first"
_EDGES: Final = tuple(d * 10.0**power for power in range(-6, 4) for d in (1, 1.5, 2, 3, 5, 7))
"""Round times, each about half as long again as the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """How many replies took at least `low` and less than `high` seconds."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Times of one part of a reply, in seconds."""

    part: str
    """`whole`, `first` or the name of a step."""
    count: int
    median: float
    p95: float
    longest: float


def times(traces: Sequence[Trace]) -> list[float]:
    """Return the time of every reply."""
    return [exchange.seconds for exchange in _exchanges(traces)]


def buckets(held: Sequence[float]) -> list[Bucket]:
    """Return the times counted between round times, from the shortest to the longest."""
    places = np.clip(np.searchsorted(_EDGES, held, side="right"), 1, len(_EDGES) - 1)
    counts = np.bincount(places, minlength=len(_EDGES))
    ends = range(int(places.min()), int(places.max()) + 1) if len(places) else ()
    return [Bucket(low=_EDGES[e - 1], high=_EDGES[e], count=int(counts[e])) for e in ends]


def spreads(traces: Sequence[Trace]) -> list[Spread]:
    """Return the whole reply, its first sentence, then each step; what was not timed is absent."""
    parts: dict[str, list[float]] = {WHOLE: [], FIRST: []}
    for exchange in _exchanges(traces):
        parts[WHOLE].append(exchange.seconds)
        if exchange.seen.first is not None:
            parts[FIRST].append(exchange.seen.first)
        for step, spent in exchange.seen.steps.items():
            parts.setdefault(step, []).append(spent)
    return [_spread(part, values) for part, values in parts.items() if values]


def _spread(part: str, values: Sequence[float]) -> Spread:
    """Return the spread of at least one time."""
    median, p95 = np.percentile(values, [50, 95])
    return Spread(
        part=part, count=len(values), median=float(median), p95=float(p95), longest=max(values)
    )


def _exchanges(traces: Sequence[Trace]) -> list[Exchange]:
    """Return every exchange of the traces."""
    return [exchange for trace in traces for exchange in trace.exchanges]
