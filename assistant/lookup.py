"""What the first steps of a turn bring, when nothing is to be composed from it."""

from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """A message understood and searched, exactly as a reply would have been made from it."""

    message: str
    """The message, cleaned."""
    question: Question
    evidence: Evidence
    worth_it: bool
    """Whether a reply would be composed from this."""
