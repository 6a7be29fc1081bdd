"""Messages that no record answers, kept to know others like them."""

from dataclasses import dataclass
from enum import StrEnum


class Beyond(StrEnum):
    """Why no record answers."""

    OUT_OF_SCOPE = "out_of_scope"
    """It is about something else."""
    NEAR_DOMAIN = "near_domain"
    """It is about orientation, and asks what no record can hold."""
    SMALL_TALK = "small_talk"
    GIBBERISH = "gibberish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswerable:
    """One message written as an example; nobody sent it."""

    id: str
    """As `id_of` makes it: what is shelved tells its kind without being read."""
    kind: Beyond
    text: str


def id_of(kind: Beyond, number: int) -> str:
    """Return the id of the `number`-th message of a kind."""
    return f"{kind}:{number}"


def kind_of(id_: str) -> Beyond:
    """Return the kind of the message an id stands for."""
    return Beyond(id_.partition(":")[0])
