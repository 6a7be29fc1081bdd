"""What is written to logs while one turn is answered, and no other's."""

import logging
from contextvars import ContextVar, Token
from functools import cache
from typing import Final

from typing_extensions import override

_LINES: ContextVar[list[str] | None] = ContextVar("lines", default=None)
_LOGGERS: Final = ("", "spro")
"""The root, and ours, which may not hand its lines on."""


class Listening:
    """Collect every line logged in this thread within a `with`."""

    _token: Token[list[str] | None]

    def __enter__(self) -> list[str]:
        """Return the list that fills while the block runs."""
        _listener()
        lines: list[str] = []
        self._token = _LINES.set(lines)
        return lines

    def __exit__(self, *_: object) -> None:
        """Stop collecting."""
        _LINES.reset(self._token)


class _Listener(logging.Handler):
    """Keeps a line for whoever listens where it was written."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        lines = _LINES.get()
        line = self.format(record)
        # A line may reach us by our logger and again by the root.
        if lines is not None and line not in lines:
            lines.append(line)


@cache
def _listener() -> _Listener:
    """Return the one listener, attached at first use."""
    listener = _Listener(level=logging.DEBUG)
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(listener)
    return listener
