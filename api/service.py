"""What the HTTP service needs from the rest: somebody who answers, and how well they are."""

from dataclasses import dataclass
from typing import Protocol

from assistant.events import Responder
from assistant.lookup import LookedUp
from assistant.question import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether questions can be answered now, and if not why, in French."""

    ready: bool
    reasons: tuple[str, ...] = ()
    version: str | None = None
    """Version of the knowledge base being served."""
    refreshing: bool = False
    """A newer version is being built meanwhile."""


class Assisting(Responder, Protocol):
    """Answers turns, and tells what it would answer them from."""

    def look_up(self, turn: Turn) -> LookedUp:
        """Return what a turn is answered from, nothing composed."""
        ...


class Service(Protocol):
    """Gives the responder of the moment; safe to call from several threads at once."""

    def responder(self) -> Assisting:
        """Return who answers now.

        Raises:
            NoKnowledgeBaseError: nothing has been ingested yet.
        """
        ...

    def health(self) -> Readiness:
        """Return how ready the service is, without waiting."""
        ...
