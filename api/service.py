"""What the HTTP service needs from the rest: somebody who answers, and how well they are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assistant.events import Responder
from assistant.evidence import Evidence
from assistant.question import Question, Turn


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
    """Answers turns, and lets its steps up to the evidence be taken one by one."""

    @property
    def clean(self) -> Callable[[str], str]:
        """Return the step that removes what a reader can't see."""
        ...

    @property
    def legitimate_part(self) -> Callable[[str], str]:
        """Return the step that leaves out orders given to the assistant."""
        ...

    @property
    def understand(self) -> Callable[[Turn], Question]:
        """Return the step that reads a turn."""
        ...

    @property
    def retrieve(self) -> Callable[[Question], Evidence]:
        """Return the step that finds passages."""
        ...

    @property
    def answerable(self) -> Callable[[Question, Evidence], bool]:
        """Return the step that says whether passages are worth composing from."""
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
