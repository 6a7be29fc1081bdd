"""What the HTTP service needs from the rest: somebody who answers, and how well they are."""

from dataclasses import dataclass
from typing import Protocol

from assistant.events import Responder


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether questions can be answered now, and if not why, in French."""

    ready: bool
    reasons: tuple[str, ...] = ()
    version: str | None = None
    """Version of the knowledge base being served."""
    refreshing: bool = False
    """A newer version is being built meanwhile."""


class Service(Protocol):
    """Gives the responder of the moment; safe to call from several threads at once."""

    def responder(self) -> Responder:
        """Return who answers now.

        Raises:
            NoKnowledgeBaseError: nothing has been ingested yet.
        """
        ...

    def health(self) -> Readiness:
        """Return how ready the service is, without waiting."""
        ...
