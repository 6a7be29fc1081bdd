"""Drawings of the figures: targets reached, gaps with their intervals, times, reliability."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from textwrap import fill
from typing import Any, Final, Literal

import numpy as np
from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, ScalarFormatter
from numpy.typing import NDArray

from eval.report.calibration import Bin
from eval.report.latency import Bucket
from eval.report.svg import inline

_INK: Final = "#010101"
_LINE: Final = "#020202"
_OURS: Final = "#030303"
COLOURS: Final = {
    _INK: "currentColor",
    _LINE: "var(--line)",
    _OURS: "var(--accent)",
}
"""Colours drawn with, and those of the page that stand for them, light or dark."""
_STYLE: Final[dict[Any, Any]] = {
    "svg.hashsalt": "spro",
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.size": 9.5,
    "text.color": _INK,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": _LINE,
    "ytick.color": _LINE,
    "xtick.labelcolor": _INK,
    "ytick.labelcolor": _INK,
    "grid.color": _LINE,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}
_WIDTH: Final = 3.9
"""Inches; narrow, so that letters stay readable on a phone."""
_LABEL: Final = 20
"""Letters of a name before it goes on the next line."""
_MANY_TICKS: Final = 9
_MIDDLE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a drawing of gaps, in points."""

    label: str
    value: float
    low: float
    high: float


def targets(parts: Sequence[tuple[str, int, int]], *, axis: str, label: str, prefix: str) -> Markup:
    """Return, for each part, a frame as long as its targets, filled as far as they are reached."""
    with rc_context(_STYLE):
        names = [fill(name, _LABEL) for name, _, _ in parts]
        figure, axes = _axes(height=_height(names))
        places = np.arange(len(parts))[::-1]
        axes.barh(places, [part[1] for part in parts], height=0.5, color=_OURS, alpha=0.75)
        axes.barh(places, [part[2] for part in parts], height=0.5, fill=False, edgecolor=_INK)
        axes.set_yticks(places, names)
        axes.set_xlabel(axis)
        axes.set_ylim(-0.6, len(parts) - 0.4)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        _lined(axes, "x")
        return _drawn(figure, label, prefix)


def gaps(bars: Sequence[Bar], *, axis: str, label: str, prefix: str) -> Markup:
    """Return one point per line with its interval, beside a line at 0."""
    with rc_context(_STYLE):
        names = [fill(bar.label, _LABEL) for bar in bars]
        figure, axes = _axes(height=_height(names))
        places = np.arange(len(bars))[::-1]
        axes.axvline(0, color=_INK, linewidth=1.2)
        for place, bar in zip(places, bars, strict=True):
            axes.plot([bar.low, bar.high], [place, place], color=_OURS, linewidth=2.5, alpha=0.45)
            axes.plot([bar.value], [place], "o", color=_OURS, markersize=6)
        axes.set_yticks(places, names)
        axes.set_xlabel(axis)
        axes.set_ylim(-0.6, len(bars) - 0.4)
        _lined(axes, "x")
        return _drawn(figure, label, prefix)


def times(
    held: Sequence[Bucket], marks: tuple[float, float], *, axis: str, label: str, prefix: str
) -> Markup:
    """Return how many replies took how long, in ms; `marks` are the median and the 95th."""
    with rc_context(_STYLE):
        figure, axes = _axes(height=2.3)
        edges = np.asarray([held[0].low, *(one.high for one in held)]) * 1000
        axes.stairs([one.count for one in held], edges, fill=True, color=_OURS, alpha=0.75)
        axes.set_xscale("log")
        for mark, dashes in zip(marks, ("-", "--"), strict=True):
            axes.axvline(mark * 1000, color=_INK, linewidth=1.2, linestyle=dashes)
        axes.set_xticks(*_plain_ticks(edges))
        axes.set_xticks([], minor=True)
        axes.set_ylim(bottom=0)
        axes.set_xlabel(axis)
        _lined(axes, "y")
        return _drawn(figure, label, prefix)


def steps(
    parts: Sequence[tuple[str, float, float]], *, axis: str, label: str, prefix: str
) -> Markup:
    """Return, for each part, a bar to its median and a line to its 95th percentile, in ms."""
    with rc_context(_STYLE):
        names = [fill(name, _LABEL) for name, _, _ in parts]
        figure, axes = _axes(height=_height(names))
        places = np.arange(len(parts))[::-1]
        for place, (_, median, p95) in zip(places, parts, strict=True):
            axes.barh(place, median * 1000, height=0.5, color=_OURS, alpha=0.75)
            axes.plot([median * 1000, p95 * 1000], [place, place], color=_INK, linewidth=1.2)
            axes.plot([p95 * 1000], [place], "|", color=_INK, markersize=8)
        axes.set_yticks(places, names)
        axes.set_xlim(left=0)
        axes.set_xlabel(axis)
        _lined(axes, "x")
        return _drawn(figure, label, prefix)


def reliability(
    found: Sequence[Bin], *, x_axis: str, y_axis: str, label: str, prefix: str
) -> Markup:
    """Return the share that is right by score; the diagonal where scores span from 0 to 1."""
    with rc_context(_STYLE):
        figure, axes = _axes(height=2.8)
        if _spans(found):
            axes.plot([0, 1], [0, 100], color=_INK, linewidth=1, linestyle=":")
        points = [one.score for one in found]
        for one in found:
            ends = [one.interval.low * 100, one.interval.high * 100]
            axes.plot([one.score, one.score], ends, color=_OURS, linewidth=2.5, alpha=0.45)
        axes.plot(points, [one.right * 100 for one in found], "o-", color=_OURS, linewidth=1.5)
        axes.set_ylim(-3, 103)
        axes.set_xlabel(x_axis)
        axes.set_ylabel(y_axis)
        _lined(axes, "both")
        return _drawn(figure, label, prefix)


def _spans(found: Sequence[Bin]) -> bool:
    """Return whether scores lie between 0 and 1, on both sides of the middle."""
    low, high = found[0].lowest, found[-1].highest
    return 0 <= low < _MIDDLE < high <= 1


def _height(names: Sequence[str]) -> float:
    """Return the inches it takes to set these names one under the other."""
    return 0.75 + (0.36 if any("\n" in name for name in names) else 0.26) * len(names)


def _axes(height: float) -> tuple[Figure, Axes]:
    """Return a figure of the common width, and its axes."""
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    return figure, figure.add_subplot()


def _lined(axes: Axes, which: Literal["x", "y", "both"]) -> None:
    """Draw a light grid behind the data, without tick marks."""
    axes.grid(visible=True, axis=which, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    for one in (axes.xaxis, axes.yaxis):
        if isinstance(one.get_major_formatter(), ScalarFormatter):
            one.set_major_formatter(lambda value, _: _figure(value))


def _plain_ticks(edges: NDArray[np.float64]) -> tuple[list[float], list[str]]:
    """Return marks at 1, 2 and 5 times powers of ten, at powers only where they are many."""
    found = [
        (digit * 10.0**power, digit)
        for power in range(-3, 7)
        for digit in (1, 2, 5)
        if edges[0] * 0.99 <= digit * 10.0**power <= edges[-1] * 1.01
    ]
    marks = [mark for mark, digit in found if len(found) <= _MANY_TICKS or digit == 1]
    return marks, [_figure(mark) for mark in marks]


def _figure(value: float) -> str:
    """Return a figure as short as it can be, with a decimal comma and a true minus."""
    return f"{round(value, 6):g}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def _drawn(figure: Figure, label: str, prefix: str) -> Markup:
    """Return a figure as a part of a page, the same bytes for the same figures."""
    held = StringIO()
    figure.savefig(held, format="svg", metadata={"Date": None, "Creator": None})
    return inline(held.getvalue(), prefix=prefix, label=label, colours=COLOURS)
