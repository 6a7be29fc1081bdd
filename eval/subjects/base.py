"""What is asked of a subject, so that several can be measured on the same messages."""

from collections.abc import Mapping
from typing import Protocol

from assistant.question import Turn
from corpus.model.errors import SproError
from eval.trace.trace import Seen


class SubjectError(SproError):
    """A subject could not be asked: it did not answer, or not in its own form."""


class Subject(Protocol):
    """Answers turns; safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """Return the name results are kept under."""
        ...

    @property
    def versions(self) -> Mapping[str, str]:
        """Return what its replies are made with, so that a run can be made again."""
        ...

    def ask(self, turn: Turn) -> Seen:
        """Return all that can be seen of one turn.

        Raises:
            SubjectError: the subject could not be asked.
        """
        ...
