"""How far a run is, for whoever watches."""

from typing import Protocol


class Progress(Protocol):
    """Told how far each step is; steps are `read`, `embed`, `index` and `check`."""

    def advance(self, step: str, done: int, total: int) -> None:
        """Hear that `done` of `total` units of a step are over."""
        ...


class Silent:
    """Nobody watches."""

    def advance(self, step: str, done: int, total: int) -> None:
        """Ignore it."""
