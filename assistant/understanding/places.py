"""Place named in a message: a commune of ours by its name or postcode."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.text import words
from corpus.model.territory import Territory

_LONGEST: Final = 6
_BEFORE: Final = frozenset(
    {"a", "au", "de", "d", "sur", "vers", "pres", "habite", "jhabite", "jabite", "region", "dans"}
)
"""Words after which a common word is a place: Eu, Orne, Eure."""
_ARTICLES: Final = frozenset({"l", "la", "le"})
_SHORT: Final = 3
_LONG: Final = 6
"""Letters from which the first word of a name stands for the whole, whatever is before it."""
_ELIDED: Final = frozenset("aeiouyh")
_VERBS: Final = frozenset({"eu"})
_NEAR: Final = 3
"""Words before a name that may introduce it, or put it aside."""
_CONTRACTED: Final[Mapping[str, tuple[str, ...]]] = {"le": ("au", "du"), "les": ("aux", "des")}


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Places by folded name, postcode and INSEE code."""

    by_key: dict[str, Territory]
    hinted: dict[str, Territory]
    """Keys that are also common words: a word before them must tell a place."""

    @classmethod
    def of(cls, territories: Iterable[Territory]) -> "PlaceNames":
        """Return the index of `territories`; an earlier one keeps a shared key."""
        places = tuple(territories)
        found: dict[str, Territory] = {}
        for place in places:
            # A department's code is two digits: in a message it is far more often an age.
            codes = () if place.is_department else (*place.postcodes, place.code)
            for key in (" ".join(words(place.name)), *codes):
                found.setdefault(key, place)
        for key, place in (*_contracted(places), *_by_number(places), *_glued(places)):
            found.setdefault(key, place)
        shortened = {key: place for key, place in _shortened(places) if key not in found}
        found |= {key: place for key, place in shortened.items() if len(key) >= _LONG}
        return cls(found, shortened)

    def read(self, text: str) -> Territory | None:
        """Return the place named in `text`, the longest name if there are several."""
        return next(self._named(text, words(text)), None)

    def find(self, code: str | None) -> Territory | None:
        """Return the place of an INSEE code or postcode."""
        return self.by_key.get(code) if code else None

    def _named(self, text: str, tokens: list[str]) -> Iterator[Territory]:
        """Yield places whose name or code stands in the message, longest name first."""
        before = [_two_before(tokens, start) for start in range(len(tokens))]
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            for start in range(len(tokens) - size + 1):
                key = " ".join(tokens[start : start + size])
                place = self._at(key, before[start])
                if place and "pas" not in before[start] and not _is_verb(key, text):
                    yield place

    def _at(self, key: str, before: Sequence[str]) -> Territory | None:
        """Return the place of a key, given the words before it, nearest first."""
        if before and before[0] in _BEFORE:
            return self.by_key.get(key) or self.hinted.get(key)
        return self.by_key.get(key) if len(key) > _SHORT else None


def _two_before(tokens: Sequence[str], start: int) -> Sequence[str]:
    """Return the word before a name, articles left out, and the one before if it introduces.

    What introduces a place tells its sense: dans l'Orne, à Eu, surtout pas vers Rouen.
    """
    told = [
        word for word in reversed(tokens[max(0, start - _NEAR) : start]) if word not in _ARTICLES
    ]
    return told[:2] if told and told[0] in _BEFORE else told[:1]


def _is_verb(key: str, text: str) -> bool:
    """Return whether a key is a verb that no capital makes a name: elle a eu, à Eu."""
    return key in _VERBS and not re.search(rf"\b{key.capitalize()}\b", text)


def _by_number(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield how a department is called by its number: dans le 61."""
    return ((f"dans le {place.code}", place) for place in places if place.is_department)


def _contracted(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield what `à` and `de` make of an article: au Havre, des Andelys."""
    for place in places:
        article, *rest = words(place.name)
        for form in _CONTRACTED.get(article, ()):
            yield " ".join((form, *rest)), place


def _glued(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield what a missing apostrophe makes: laigle, davranches."""
    for place in places:
        first, *rest = words(place.name)
        if first == "l" and rest:
            yield " ".join((first + rest[0], *rest[1:])), place
        elif first[0] in _ELIDED and not place.is_department:
            yield " ".join((f"d{first}", *rest)), place


def _shortened(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield the first word of names, when it names one place only: Cherbourg, Vire."""
    firsts = Counter(words(place.name)[0] for place in places)
    for place in places:
        first, *rest = words(place.name)
        if rest and firsts[first] == 1 and len(first) > _SHORT:
            yield first, place
