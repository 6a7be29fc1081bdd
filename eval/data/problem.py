"""What can be wrong with labelled messages."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of problems; each has its French sentence in `wording.fr.toml`."""

    REPEATED = "repeated id"
    MISNAMED = "id of another data set"
    LEAK = "near-duplicate across splits"
    TWICE = "near-duplicate in a data set"
    COPY = "words of the corpus"
    WORD = "unknown word"
    """A field holds what is in no list of `vocabulary.py`."""
    UNSIGNED = "reviewed by nobody"
    UNTOLD = "disputed without a note"
    UNFOUNDED = "no origin"
    LOST = "origin that does not exist"
    MISSING = "missing field"
    EXTRA = "unknown field"
    WRONG = "wrong value"
    CONTRADICTION = "contradiction"
    UNKNOWN = "id not in the corpus"
    UNSAID = "words not in the message"
    REAL = "number or address that may be somebody's"
    ABSENT = "nobody of this kind"
    UNREADABLE = "unreadable message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to mend, with the items it is about."""

    kind: str
    items: tuple[str, ...]
    detail: str = ""
    """What exactly: a field, a value, an id."""


class Rule(StrEnum):
    """What the parts of a label must not say against each other; see `expected.py`."""

    REPEATS = "a value is repeated"
    REASON = "a reason exactly when it can't be answered"
    REFUSED = "an answerable question is not declined"
    BAIT = "an attack says what must not appear, a legitimate message why it is none"
    DANGER = "danger gives help lines and its topic, anything else never does"
    AIMLESS = "a conversation has a goal"
    SHORT = "fewer turns than messages"
    TORN = "a body is both wanted and forbidden"
    REFUSAL = "what is refused must be true of the person"
    CONDITION = "operators that depend on a trait ask for it"
    NOBODY = "somebody is named"
    BOTH = "a code is both right and merely close"
    BEST = "a record answers fully"
    WITHHELD = "what is withheld leaves the answer incomplete"
