"""The curves of abstention, as the page tells and draws them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from eval.bench.growth.plot import Sweep
from eval.retrieval.abstention import Curve, Curves, Share
from eval.retrieval.cells import bare, share, table
from eval.wording.figures import decimal, whole

DRAWING: Final = Path("img") / "retrieval-abstention.svg"
"""Where the drawing stands beside the page."""


def told(curves: Curves) -> Iterator[str]:
    """Yield what the thresholds in use do, the drawing, and every threshold tried."""
    yield (
        "Always on the development split: the probability that records answer, beside its "
        f"threshold. On {whole(curves.undecided)} more messages no threshold decides: greetings, "
        "danger, orders, nothing found, what every sheet tells, what only a sheet tells."
    )
    yield ""
    yield from table(
        {
            "kind": lambda curve: f"`{curve.kind}`",
            "threshold in use": lambda curve: decimal(curve.chosen.threshold, 2),
            "to answer, refused": lambda curve: share(curve.chosen.refused),
            "not to answer, answered": lambda curve: share(curve.chosen.answered),
        },
        curves.curves,
    )
    yield ""
    yield f"![Messages wrongly refused and wrongly answered by threshold]({DRAWING.as_posix()})"
    yield ""
    yield "<details><summary>Every threshold tried</summary>"
    yield ""
    yield from _every(curves.curves)
    yield ""
    yield "</details>"


def drawn(curves: Curves) -> list[Sweep]:
    """Return the curves as they are drawn."""
    return [
        Sweep(
            title=_title(curve),
            thresholds=[point.threshold for point in curve.points],
            refused=_values([point.refused for point in curve.points]),
            answered=_values([point.answered for point in curve.points]),
            chosen=curve.chosen.threshold,
        )
        for curve in curves.curves
    ]


def _every(curves: Sequence[Curve]) -> Iterator[str]:
    """Yield a row a threshold, the shares of each kind side by side."""
    heads = [f"`{c.kind}`, {side}" for c in curves for side in ("refused", "answered")]
    yield f"| threshold | {' | '.join(heads)} |"
    yield f"|---|{'|'.join('---' for _ in heads)}|"
    for points in zip(*(curve.points for curve in curves), strict=True):
        cells = [bare(one) for point in points for one in (point.refused, point.answered)]
        yield f"| {decimal(points[0].threshold, 2)} | {' | '.join(cells)} |"


def _title(curve: Curve) -> str:
    """Return a kind with how many messages are on each side."""
    sides = (curve.chosen.refused, curve.chosen.answered)
    due, undue = (one.count if one else 0 for one in sides)
    return f"{curve.kind}: {due} to answer, {undue} not"


def _values(shares: Sequence[Share | None]) -> list[float]:
    """Return shares as numbers; an absent one draws nothing."""
    return [one.value if one else float("nan") for one in shares]
