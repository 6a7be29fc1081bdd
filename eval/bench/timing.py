"""Seconds of work, and what is told of many of them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Milliseconds one piece of work takes, over `count` of them."""

    p50_ms: float
    p95_ms: float
    count: int


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def latency(times: Sequence[float]) -> Latency:
    """Return the percentiles of times in seconds, between two neighbours where none is exact.

    Raises ValueError when there is none.
    """
    if not times:
        msg = "no time was measured"
        raise ValueError(msg)
    p50, p95 = np.percentile(np.array(times) * 1000, [50, 95]).tolist()
    return Latency(p50_ms=p50, p95_ms=p95, count=len(times))


def race(
    subjects: Mapping[str, Callable[[T], object]], items: Sequence[T], rounds: int
) -> Mapping[str, Latency]:
    """Time each subject on every item, round after round, and return what each takes an item.

    Subjects take turns in going first, so that a machine that slows down slows them alike. They
    take whole rounds: threads one of them leaves spinning do not slow the next item of another.
    """
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(rounds):
        for name in _from(list(subjects), number):
            work = subjects[name]
            times[name] += [seconds(partial(work, item)) for item in items]
    return {name: latency(taken) for name, taken in times.items()}


def _from(names: Sequence[str], number: int) -> Sequence[str]:
    """Return the names with the `number`-th first, round and round."""
    first = number % len(names)
    return [*names[first:], *names[:first]]
