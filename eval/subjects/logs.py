"""What is written to logs while turns are answered, at the level production writes and below."""

import logging
from contextvars import ContextVar, Token
from threading import Lock
from typing import Final

from typing_extensions import override

_LINES: ContextVar[list[str] | None] = ContextVar("lines", default=None)
_OURS: Final = "spro"
"""Our logger: production writes its lines from INFO up, and may not hand them on to the root."""
_LOGGERS: Final = ("", _OURS)


class Listening:
    """Collect every line logged for one turn within a `with`, and none of another turn's.

    A thread a step starts by itself belongs to no turn: what it logs is heard by every turn then
    being answered.
    """

    _token: Token[list[str] | None]
    _lines: list[str]

    def __enter__(self) -> list[str]:
        """Return the list that fills while the block runs."""
        self._lines = []
        self._token = _LINES.set(self._lines)
        _EAR.open(self._lines)
        return self._lines

    def __exit__(self, *_: object) -> None:
        """Stop collecting."""
        _EAR.close_for(self._lines)
        _LINES.reset(self._token)


class _Ear(logging.Handler):
    """Keeps lines for the turns at hand; loggers are as they were when there is none."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        self._turns: list[list[str]] = []
        self._opening = Lock()
        self._level = logging.NOTSET

    def open(self, lines: list[str]) -> None:
        """Hear for one turn more."""
        with self._opening:
            if not self._turns:
                self._level = logging.getLogger(_OURS).level
            self._turns = [*self._turns, lines]
            logging.getLogger(_OURS).setLevel(logging.DEBUG)
            for name in _LOGGERS:
                logging.getLogger(name).addHandler(self)

    def close_for(self, lines: list[str]) -> None:
        """Hear for one turn less."""
        with self._opening:
            self._turns = [turn for turn in self._turns if turn is not lines]
            if self._turns:
                return
            logging.getLogger(_OURS).setLevel(self._level)
            for name in _LOGGERS:
                logging.getLogger(name).removeHandler(self)

    @override
    def emit(self, record: logging.LogRecord) -> None:
        line, mine = self.format(record), _LINES.get()
        for lines in self._turns if mine is None else [mine]:
            # A line may reach us by our logger and again by the root.
            if line not in lines:
                lines.append(line)


_EAR: Final = _Ear()
