"""A score says how well, and why; what can't be scored is absent, not zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

_Z: Final = 1.959963984540054
"""Standard deviations either side of the mean that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How right a reply is, 0 to 1, and the reason when it is not."""

    value: float
    why: str = ""

    @property
    def right(self) -> bool:
        """Return whether nothing is wrong."""
        return self.value >= 1.0


RIGHT: Final = Score(value=1.0)


def wrong(why: str) -> Score:
    """Return the score of a wrong reply."""
    return Score(value=0.0, why=why)


def wilson(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of a proportion (Wilson 1927); (0, 1) when nothing was scored."""
    n = len(values)
    if n == 0:
        return 0.0, 1.0
    share = sum(values) / n
    centre = share + _Z**2 / (2 * n)
    spread = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    scale = 1 + _Z**2 / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
