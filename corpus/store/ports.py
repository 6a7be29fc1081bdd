"""What the knowledge base can do, whatever holds it.

Every adapter passes the contract suites in `tests/corpus/store`.
Ids are unique within a store; adding a known id replaces what it held.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.model.document import Kind, Passage
from corpus.model.fact import Fact

Vectors: TypeAlias = NDArray[np.float32]


class Beside(StrEnum):
    """What is found by meaning beside passages."""

    ASKED = "asked"
    """Questions that passages answer; `owner_of` an id tells which passage."""
    NAMES = "names"
    """What each occupation is called and how people describe it, under its id."""
    UNANSWERABLE = "unanswerable"
    """Messages that no record answers, under their ids."""


Shelf: TypeAlias = Kind | Beside
"""One collection of vectors each."""
SHELVES: Final[tuple[Shelf, ...]] = (*Kind, *Beside)
_NUMBERED: Final = "?"


def shelved(owner: str, number: int) -> str:
    """Return the id, on the shelf of questions, of the `number`-th a passage answers."""
    return f"{owner}{_NUMBERED}{number}"


def owner_of(id_: str) -> tuple[str, int]:
    """Return the passage a question belongs to, and its number among those it answers."""
    owner, _, number = id_.rpartition(_NUMBERED)
    return owner, int(number)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage id with its score, higher is nearer; scales differ between indexes."""

    id: str
    score: float


class VectorIndex(Protocol):
    """Nearest passages by embedding; one collection per kind of record, and those beside."""

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store unit vectors, shape `(len(ids), dimension)`."""
        ...

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return at most `limit` ids over `shelves`, best first; the score is the cosine."""
        ...


class WordIndex(Protocol):
    """Passages by their words, French stemming, accents folded, questions answered weighted."""

    def add(self, passages: Iterable[Passage]) -> None:
        """Index passages; they can be searched when the call returns."""
        ...

    def search(self, text: str, kinds: Collection[Kind], limit: int) -> Sequence[Scored]:
        """Return at most `limit` passages, best first; any string is a valid query."""
        ...


class PassageStore(Protocol):
    """Passages as stored: the text quotes are checked against."""

    def add(self, passages: Iterable[Passage]) -> None:
        """Store passages."""
        ...

    def get(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the passages known among `ids`, by id."""
        ...

    def about(self, subject: str) -> Sequence[Passage]:
        """Return the passages about a subject, in the order they were stored."""
        ...


class FactStore(Protocol):
    """Typed facts, by subject."""

    def add(self, facts: Iterable[Fact]) -> None:
        """Store facts."""
        ...

    def about(self, subject: str) -> Sequence[Fact]:
        """Return the facts about a subject, in the order they were stored."""
        ...


class Register(Protocol[T]):
    """A short list read whole at start: occupations, organisations, rules, places, sources."""

    def add(self, items: Iterable[T]) -> None:
        """Store items, keyed by their `id` (or `code`)."""
        ...

    def all(self) -> Sequence[T]:
        """Return every item, in the order they were stored."""
        ...
