"""Figures and tables as the page writes them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from eval.retrieval.abstention import Share
from eval.retrieval.beside import Paired
from eval.runs.results import MeasureResult
from eval.runs.statistics import Interval
from eval.wording.figures import ABSENT, decimal, whole

T = TypeVar("T")

_PLACES: Final = 3
_MINUS: Final = "\N{MINUS SIGN}"


def mean(result: MeasureResult) -> str:
    """Return a mean with its interval."""
    if result.mean is None:
        return ABSENT
    return f"{decimal(result.mean, _PLACES)} {_bounds(result.interval, decimal)}"


def ahead(paired: Paired) -> str:
    """Return how far ours is ahead, with its interval."""
    return f"{signed(paired.ahead.mean)} {_bounds(paired.ahead.interval, signed)}"


def share(one: Share | None) -> str:
    """Return a share of messages, with its interval and their number."""
    if one is None:
        return ABSENT
    bounds = _bounds(one.interval, decimal)
    return f"{decimal(one.value, _PLACES)} {bounds}, n = {whole(one.count)}"


def bare(one: Share | None) -> str:
    """Return a share of messages alone."""
    return ABSENT if one is None else decimal(one.value, _PLACES)


def signed(value: float, places: int = _PLACES) -> str:
    """Return a difference with its sign; 0 has none."""
    told = decimal(value, places)
    zero = decimal(0.0, places)
    if told.removeprefix(_MINUS) == zero:
        return zero
    return told if told.startswith(_MINUS) else f"+{told}"


def milliseconds(value: float) -> str:
    """Return a delay."""
    return f"{decimal(value)}\N{NO-BREAK SPACE}ms"


def table(columns: Mapping[str, Callable[[T], str]], rows: Sequence[T]) -> Iterator[str]:
    """Yield the lines of a table, a row each."""
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join('---' for _ in columns)}|"
    for row in rows:
        yield f"| {' | '.join(cell(row) for cell in columns.values())} |"


def _bounds(interval: Interval, told: Callable[[float, int], str]) -> str:
    return f"[{told(interval.low, _PLACES)} ; {told(interval.high, _PLACES)}]"
