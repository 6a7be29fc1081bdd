"""Drawings that stand alone: delays by number of passages, wrong decisions by threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from eval.bench.growth.run import SizeFigures

BUDGET_MS: Final = 30.0
"""What understanding and search may take of a turn."""
_INK: Final = "#1f2328"
_LINE: Final = "#d0d7de"
_OURS: Final = "#0b5cad"
_BUDGET: Final = "#b42318"
_THIN: Final[dict[str, Any]] = {"linewidth": 1.4, "markersize": 3.5}
_SHARE: Final = FuncFormatter(lambda value, _: f"{value:g}".replace(".", ","))
_WRONG: Final = ("to answer, refused", "not to answer, answered")
# The page may be shown on black: the drawing brings its own white.
_STYLE: Final[dict[Any, Any]] = {
    "svg.hashsalt": "spro",
    "svg.fonttype": "none",
    "font.size": 10,
    "text.color": _INK,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "grid.color": _LINE,
    "figure.facecolor": "white",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """What thresholds do on one kind of message; a share that is not a number is not drawn."""

    title: str
    thresholds: Sequence[float]
    refused: Sequence[float]
    answered: Sequence[float]
    chosen: float


def delays(sizes: Sequence[SizeFigures]) -> str:
    """Return an SVG file: median and 95th percentile by size, beside the budget."""
    with rc_context(_STYLE):
        figure = Figure(figsize=(6.4, 3.6), layout="constrained")
        axes = figure.add_subplot()
        passages = [size.passages for size in sizes]
        searches = [size.search.search for size in sizes]
        _curve(axes, passages, [one.p95_ms for one in searches], "p95", "o--")
        _curve(axes, passages, [one.p50_ms for one in searches], "p50", "o-")
        axes.axhline(BUDGET_MS, color=_BUDGET, linewidth=1.2, linestyle=":")
        axes.annotate(
            f"budget, {BUDGET_MS:.0f} ms",
            (0, BUDGET_MS),
            (4, 4),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            color=_BUDGET,
        )
        _dressed(axes, passages)
        return _written(figure)


def sweeps(kinds: Sequence[Sweep]) -> str:
    """Return an SVG file: both wrong decisions by threshold, kind by kind; dotted, the one used."""
    with rc_context(_STYLE):
        figure = Figure(figsize=(7.2, 3.4), layout="constrained")
        panels = figure.subplots(1, len(kinds), sharey=True, squeeze=False)[0]
        for axes, kind in zip(panels, kinds, strict=True):
            axes.plot(kind.thresholds, kind.refused, "o-", color=_OURS, **_THIN)
            axes.plot(kind.thresholds, kind.answered, "s--", color=_BUDGET, **_THIN)
            axes.axvline(kind.chosen, color=_INK, linewidth=1.2, linestyle=":")
            axes.set_title(kind.title, fontsize=9)
            axes.set(xlabel="threshold", xlim=(0, 1), ylim=(-0.02, 1.02), xticks=(0, 0.5, 1))
            axes.xaxis.set_major_formatter(_SHARE)
            axes.yaxis.set_major_formatter(_SHARE)
            axes.grid(visible=True, axis="y", linewidth=0.8)
            axes.tick_params(length=0)
        panels[0].set_ylabel("share of messages")
        lines = dict(zip(_WRONG, panels[0].get_lines(), strict=False))
        figure.legend(lines.values(), lines, loc="outside upper center", ncols=2, frameon=False)
        return _written(figure)


def _written(figure: Figure) -> str:
    """Return a figure as a file, the same bytes for the same figures."""
    held = StringIO()
    figure.savefig(held, format="svg", metadata={"Date": None, "Creator": None})
    return held.getvalue()


def _curve(
    axes: Axes, passages: Sequence[int], times: Sequence[float], name: str, drawn: str
) -> None:
    """Draw one curve, its name beside its last point."""
    axes.plot(passages, times, drawn, color=_OURS, linewidth=1.6, markersize=5)
    last = (passages[-1], times[-1])
    axes.annotate(name, last, (8, 0), textcoords="offset points", va="center", color=_OURS)


def _dressed(axes: Axes, passages: Sequence[int]) -> None:
    """Name the axes; sizes are marked where they were measured."""
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(FixedLocator(passages))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.set_xlabel("passages in the knowledge base")
    axes.set_ylabel("understanding and search, ms")
    axes.set_ylim(bottom=0)
    axes.grid(visible=True, axis="y", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
