"""What judging cost: calls, tokens, money."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from eval.subjects.chat_model import Completion

_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Price in euros of a million tokens, read and written."""

    read: float = 0.0
    written: float = 0.0


@dataclass(slots=True, kw_only=True)
class Spending:
    """Counts what is asked; safe from several threads."""

    price: Price | None = None
    calls: int = 0
    cached: int = 0
    """Calls answered from the disk, which cost nothing."""
    failed: int = 0
    """Votes that could not be had."""
    read: int = 0
    written: int = 0
    _lock: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    @property
    def cost(self) -> float | None:
        """Return the estimated cost of the tokens counted; nothing when no price was given."""
        if self.price is None:
            return None
        return (self.read * self.price.read + self.written * self.price.written) / _MILLION

    def paid(self, completion: Completion) -> None:
        """Count a call the model answered."""
        with self._lock:
            self.calls += 1
            self.read += completion.read
            self.written += completion.written

    def spared(self) -> None:
        """Count a call found on the disk."""
        with self._lock:
            self.cached += 1

    def lost(self) -> None:
        """Count a vote that could not be had."""
        with self._lock:
            self.failed += 1
