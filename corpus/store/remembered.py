"""Records already read, kept in memory: a published version never changes."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from corpus.model.document import Passage
from corpus.model.fact import Fact
from corpus.store.ports import FactStore, PassageStore

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST_PASSAGES: Final = 20_000
MOST_SUBJECTS: Final = 2_000
"""Entries kept; when there are more, all are forgotten and reading starts again."""


@dataclass(slots=True)
class _Held(Generic[K, V]):
    """Values by key; two threads that miss the same key both read it, which harms nothing."""

    most: int
    values: dict[K, V] = field(default_factory=dict)

    def get(self, key: K, read: Callable[[K], V]) -> V:
        """Return a value, read if it was not."""
        held = self.values.get(key)
        return held if held is not None else self.put(key, read(key))

    def put(self, key: K, value: V) -> V:
        """Keep a value."""
        if len(self.values) >= self.most:
            self.values = {}
        self.values[key] = value
        return value


class RememberedPassages:
    """Passages of a version that is only read."""

    def __init__(self, store: PassageStore) -> None:
        self._store = store
        self._one: _Held[str, Passage] = _Held(MOST_PASSAGES)
        self._about: _Held[str, Sequence[Passage]] = _Held(MOST_SUBJECTS)

    def add(self, passages: Iterable[Passage]) -> None:  # noqa: ARG002 # as the port has it
        """Refuse: the version is only read."""
        message = "a published version is only read"
        raise TypeError(message)

    def get(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the passages known among `ids`, by id."""
        held = {id_: self._one.values.get(id_) for id_ in ids}
        missing = [id_ for id_, passage in held.items() if passage is None]
        if missing:
            for id_, passage in self._store.get(missing).items():
                held[id_] = self._one.put(id_, passage)
        return {id_: passage for id_, passage in held.items() if passage is not None}

    def about(self, subject: str) -> Sequence[Passage]:
        """Return the passages about a subject, in the order they were stored."""
        return self._about.get(subject, self._store.about)


class RememberedFacts:
    """Facts of a version that is only read."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._about: _Held[str, Sequence[Fact]] = _Held(MOST_SUBJECTS)

    def add(self, facts: Iterable[Fact]) -> None:  # noqa: ARG002 # as the port has it
        """Refuse: the version is only read."""
        message = "a published version is only read"
        raise TypeError(message)

    def about(self, subject: str) -> Sequence[Fact]:
        """Return the facts about a subject, in the order they were stored."""
        return self._about.get(subject, self._store.about)
