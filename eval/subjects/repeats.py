"""Which repeat of a run is being asked: what draws by lot draws anew each time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_REPEAT: Final[ContextVar[int]] = ContextVar("repeat", default=0)


@contextmanager
def repeating(number: int) -> Iterator[None]:
    """Tell every model asked in this thread, within a `with`, that this is repeat `number`."""
    token = _REPEAT.set(number)
    try:
        yield
    finally:
        _REPEAT.reset(token)


def this_repeat() -> int:
    """Return the repeat being asked; 0, the first, outside of a run."""
    return _REPEAT.get()
