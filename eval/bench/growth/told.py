"""How far a long step is, told to a terminal now and then, and the memory it came to hold."""

import sys
import time
from collections.abc import Callable
from typing import Final

import psutil

EVERY_SECONDS: Final = 5.0
_MEGABYTE: Final = 1e6


def tell(line: str) -> None:
    """Write a line at once, beside what a command prints."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def resident_megabytes() -> float:
    """Return the memory this process holds now."""
    return psutil.Process().memory_info().rss / _MEGABYTE


class Watch:
    """Tells the end of each step, and how far it is every few seconds; reads the memory held."""

    def __init__(
        self, name: str, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most_megabytes = 0.0
        self._name = name
        self._say = say
        self._clock = clock
        self._told_at = clock()

    def advance(self, step: str, done: int, total: int) -> None:
        """Hear that `done` of `total` units of a step are over."""
        self.most_megabytes = max(self.most_megabytes, resident_megabytes())
        now = self._clock()
        if done == total or now - self._told_at >= EVERY_SECONDS:
            self._told_at = now
            self._say(f"  {self._name}: {step}, {done:,} of {total:,}")
