"""Does a high score of the subject mean that it is right? Its scores beside the labels."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Final, TypeAlias

from eval.data.item import Item
from eval.runs.statistics import Interval, interval
from eval.trace.sheets import sheet_of
from eval.trace.trace import Seen, Trace

FEWEST: Final = 20
"""Pairs under which no reliability is drawn."""
MOST_BINS: Final = 8
FEWEST_IN_BIN: Final = 10

Pair: TypeAlias = tuple[float, bool]
"""A score the subject gave, and whether what it scored is right."""
_Judge: TypeAlias = Callable[[Item, Seen], Pair | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Neighbouring scores: their mean, and the share that is right."""

    score: float
    lowest: float
    highest: float
    right: float
    interval: Interval
    items: int


def first_found(items: Mapping[str, Item], traces: Sequence[Trace]) -> list[Pair]:
    """Return the score of the first passage found, and whether its sheet is a relevant one."""
    return list(_pairs(items, traces, _found))


def first_read(items: Mapping[str, Item], traces: Sequence[Trace]) -> list[Pair]:
    """Return the score of the first occupation read, and whether its ROME code is expected."""
    return list(_pairs(items, traces, _read))


def bins(pairs: Sequence[Pair]) -> list[Bin]:
    """Return bins of as many pairs each, lowest scores first; none when pairs are too few."""
    if len(pairs) < FEWEST:
        return []
    number = min(MOST_BINS, len(pairs) // FEWEST_IN_BIN)
    ordered = sorted(pairs)
    cuts = [round(part * len(ordered) / number) for part in range(number + 1)]
    return [_bin(ordered[a:b]) for a, b in pairwise(cuts)]


def _bin(pairs: Sequence[Pair]) -> Bin:
    """Return the bin of some pairs in order."""
    right = [float(is_right) for _, is_right in pairs]
    return Bin(
        score=fmean(score for score, _ in pairs),
        lowest=pairs[0][0],
        highest=pairs[-1][0],
        right=fmean(right),
        interval=interval(right),
        items=len(pairs),
    )


def _pairs(items: Mapping[str, Item], traces: Sequence[Trace], judge: _Judge) -> Iterator[Pair]:
    """Yield the pair of each trace that has one; only the item as it stands counts."""
    for trace in traces:
        item = items.get(trace.item)
        if item is None or not trace.exchanges:
            continue
        pair = judge(item, trace.only.seen)
        if pair is not None:
            yield pair


def _found(item: Item, seen: Seen) -> Pair | None:
    """Return the pair of the first passage."""
    relevant = item.expected.get("relevant")
    if not relevant or not seen.found:
        return None
    sheets = {sheet_of(record) for record in relevant}
    first = seen.found[0]
    return first.score, sheet_of(first.record) in sheets


def _read(item: Item, seen: Seen) -> Pair | None:
    """Return the pair of the first occupation."""
    expected = item.expected.get("rome")
    if not expected or seen.read is None or not seen.read.occupations:
        return None
    first = seen.read.occupations[0]
    return first.score, not set(expected).isdisjoint(first.rome)
