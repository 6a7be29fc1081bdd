"""Retrieval without one of its parts; the weights of the others are not chosen again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.evidence import Signal
from assistant.retrieval.retrieve import Retrieve
from assistant.service import Assistant
from assistant.understanding.understand import Understand
from corpus.model.document import Kind, Passage
from corpus.store.ports import Beside, Scored, Shelf, VectorIndex, Vectors, WordIndex

_SINGLE: Final = {
    Signal.APART: "keeping sheets for precise situations apart",
    Signal.STANDING: "the standing of sources",
}
"""Signals read off a passage: no list of candidates goes with them."""
ASIDES: Final = "leaving asides out of what is searched"


@dataclass(frozen=True, slots=True)
class Without:
    """An index of vectors, some of whose shelves are closed."""

    vectors: VectorIndex
    closed: Collection[Shelf]

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store vectors in the index behind."""
        self.vectors.add(shelf, ids, vectors)

    def search(self, vector: Vectors, shelves: Collection[Shelf], limit: int) -> Sequence[Scored]:
        """Return what the index behind finds on the shelves left."""
        left = [shelf for shelf in shelves if shelf not in self.closed]
        return self.vectors.search(vector, left, limit) if left else ()


class NoWords:
    """An index of words that holds none."""

    def add(self, passages: Iterable[Passage]) -> None:
        """Leave passages out."""

    def search(self, text: str, kinds: Collection[Kind], limit: int) -> Sequence[Scored]:  # noqa: ARG002 # as the port is
        """Find nothing."""
        return ()


def ablations(assistant: Assistant, plain_words: WordIndex) -> Mapping[str, Retrieve]:
    """Return its retrieval without each part in turn, by the part.

    `plain_words` holds the words of the passages without the questions they answer. Raises
    TypeError for a retrieval of another make than ours.
    """
    whole = assistant.retrieve
    if not isinstance(whole, Retrieve):
        msg = f"{whole!r} has no parts to leave out"
        raise TypeError(msg)
    unasked = Without(whole.vectors, frozenset({Beside.ASKED}))
    untold = Without(whole.vectors, frozenset(Kind))
    return {
        "the questions written for statements": replace(whole, vectors=unasked, words=plain_words),
        "the meaning of texts": replace(whole, vectors=untold),
        "words": replace(whole, words=NoWords()),
        **{name: _weightless(whole, signal) for signal, name in _SINGLE.items()},
        "limits on one section and one sheet": _unlimited(whole),
    }


def with_asides(assistant: Assistant) -> Assistant:
    """Return the assistant that searches what tells only who asks too; TypeError as above."""
    understand = assistant.understand
    if not isinstance(understand, Understand):
        msg = f"{understand!r} leaves no asides out"
        raise TypeError(msg)
    return replace(assistant, understand=replace(understand, without_asides=lambda text: text))


def _weightless(whole: Retrieve, signal: Signal) -> Retrieve:
    """Return retrieval in which a signal weighs nothing."""
    signals = {**whole.weights.signals, signal: 0.0}
    return replace(whole, weights=replace(whole.weights, signals=signals))


def _unlimited(whole: Retrieve) -> Retrieve:
    """Return retrieval in which one sheet may take every place."""
    room = whole.settings.room
    roomy = replace(room, section=room.limit, sheet=room.limit)
    return replace(whole, settings=replace(whole.settings, room=roomy))
