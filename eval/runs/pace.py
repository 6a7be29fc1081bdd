"""How slow the machine is now: a wait is judged by what it would be on two idle cores.

Shared machines run several times slower at some hours, under coverage more still: a limit in
seconds would then judge the machine. The same piece of work, timed beside, tells the two apart.
"""

from difflib import SequenceMatcher
from functools import lru_cache
from time import perf_counter
from typing import Final

REFERENCE: Final = 0.0022
"""Seconds the work takes on two idle cores, the median of a thousand (November 2026)."""
_KEPT: Final = 2.0
"""Seconds for which a pace is believed."""
_TRIES: Final = 3
_TEXTS: Final = (
    "combien gagne un infirmier au début de sa carrière à l'hôpital",
    "quelles études faut-il faire pour devenir éducateur de jeunes enfants",
)


def pace() -> float:
    """Return how many times slower than the reference this machine is; never under 1."""
    return _measured(int(perf_counter() / _KEPT))


@lru_cache(maxsize=1)
def _measured(moment: int) -> float:  # noqa: ARG001 # what is measured holds for a moment
    return max(1.0, min(_work() for _ in range(_TRIES)) / REFERENCE)


def _work() -> float:
    """Return the seconds a fixed piece of work takes; the standard library does it."""
    started = perf_counter()
    for _ in range(20):
        SequenceMatcher(None, *_TEXTS, autojunk=False).ratio()
    return perf_counter() - started
