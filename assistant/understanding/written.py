"""Is a word written in the records, or is it a misspelt one?"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from corpus.model.document import Kind, Passage
from corpus.store.ports import PassageStore, WordIndex

_HOLDING: Final = 5
"""Passages looked at for a word."""
_MOST: Final = 20_000
"""Passages whose words are kept; when there are more, all are forgotten."""


@dataclass(slots=True)
class Written:
    """Tells whether a passage, or a question it answers, holds a telling word.

    The word index stems further than `terms`: what it finds is looked at.
    """

    words: WordIndex
    passages: PassageStore
    terms: Callable[[str], Collection[str]]
    _own: dict[str, frozenset[str]] = field(init=False, default_factory=dict)

    def __call__(self, word: str) -> bool:
        """Return whether a passage holds `word`, as `terms` gives it."""
        found = self.words.search(word, tuple(Kind), _HOLDING)
        passages = self.passages.get([one.id for one in found])
        return any(word in self._terms_of(passage) for passage in passages.values())

    def _terms_of(self, passage: Passage) -> frozenset[str]:
        """Return the terms of a passage, read once."""
        if (own := self._own.get(passage.id)) is None:
            held = (passage.title, *passage.heading, passage.text, *passage.asked)
            own = frozenset(self.terms(" ".join(held)))
            if len(self._own) >= _MOST:
                self._own = {}
            self._own[passage.id] = own
        return own
