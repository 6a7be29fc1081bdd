"""How long understanding and search take at a size, and what they find."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np

from assistant.question import Turn
from assistant.service import Assistant
from corpus.store.ports import SHELVES
from eval.bench.baselines import ExactVectors
from eval.bench.growth.generated import Generated
from eval.bench.growth.own import Own
from eval.bench.timing import race, seconds

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Milliseconds one piece of work takes, over `count` of them."""

    p50_ms: float
    p95_ms: float
    p99_ms: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactFigures:
    """The same search with every vector compared, in the same run."""

    search: Spread
    ratio: float
    """Its median over ours: above 1, the index is faster."""
    same_first: float
    """Share of the questions whose first passage it finds too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFigures:
    """Delays of understanding and search over the same questions, every round."""

    search: Spread
    exact: ExactFigures | None
    """None where the vectors would take too much memory."""
    firsts: tuple[str, ...]
    """Id of the first passage of each question, empty where none was found."""


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """Work that notes the seconds it takes each time."""

    work: Callable[[T], object]
    taken: list[float] = field(default_factory=list)

    def __call__(self, item: T) -> None:
        """Do it once."""
        self.taken.append(seconds(lambda: self.work(item)))


def spread(times: Sequence[float]) -> Spread:
    """Return the percentiles of times in seconds, of which there is one at least."""
    p50, p95, p99 = np.percentile(np.array(times) * 1000, [50, 95, 99]).tolist()
    return Spread(p50_ms=p50, p95_ms=p95, p99_ms=p99, count=len(times))


def measure_search(
    ours: Assistant, exact: Assistant | None, questions: Sequence[str], rounds: int
) -> SearchFigures:
    """Return the figures of `ours`, asked in turn with `exact` where there is one."""
    turns = [Turn(text=question) for question in questions]
    sides = {"ours": ours} | ({"exact": exact} if exact else {})
    firsts = {name: [_first(side, turn) for turn in turns] for name, side in sides.items()}
    timed = {name: Timed(_search(side)) for name, side in sides.items()}
    race(timed, turns, rounds)
    found = {name: spread(one.taken) for name, one in timed.items()}
    return SearchFigures(
        search=found["ours"],
        exact=ExactFigures(
            search=found["exact"],
            ratio=found["exact"].p50_ms / found["ours"].p50_ms,
            same_first=same(firsts["ours"], firsts["exact"]),
        )
        if exact
        else None,
        firsts=tuple(firsts["ours"]),
    )


def same(firsts: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of first passages that are the same on both sides."""
    return float(np.mean([a == b for a, b in zip(firsts, others, strict=True)]))


def exact_vectors(own: Own, count: int) -> ExactVectors:
    """Return every vector of a size, our own and `count` generated."""
    index = ExactVectors(own.vectors.shape[1])
    entries = own.content.entries
    for shelf in SHELVES:
        rows = [row for row, entry in enumerate(entries) if entry.shelf is shelf]
        index.add(shelf, [entries[row].id for row in rows], own.vectors[rows])
    for kind, ids, vectors in Generated.of(own).vectors(count):
        index.add(kind, ids, vectors)
    return index


def _search(assistant: Assistant) -> Callable[[Turn], object]:
    """Return what a turn does before it composes."""
    return lambda turn: assistant.retrieve(assistant.understand(turn))


def _first(assistant: Assistant, turn: Turn) -> str:
    hits = assistant.retrieve(assistant.understand(turn)).hits
    return hits[0].passage.id if hits else ""
