"""Place named in a message: a commune of ours by its name or postcode."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.text import words
from corpus.model.territory import Territory

_LONGEST: Final = 6
_BEFORE: Final = frozenset(
    {"a", "au", "de", "d", "sur", "vers", "pres", "habite", "region", "dans"}
)
"""Words after which a common word is a place: Eu, Orne, Eure."""
_SHORT: Final = 4
_LONG: Final = 6
"""Letters from which the first word of a name stands for the whole."""
_CONTRACTED: Final[Mapping[str, tuple[str, ...]]] = {"le": ("au", "du"), "les": ("aux", "des")}


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Places by folded name, postcode and INSEE code."""

    by_key: dict[str, Territory]

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
        for key, place in (*_contracted(places), *_shortened(places)):
            found.setdefault(key, place)
        return cls(found)

    def read(self, text: str) -> Territory | None:
        """Return the place named in `text`, the longest name if there are several."""
        return next(self._named(words(text)), None)

    def find(self, code: str | None) -> Territory | None:
        """Return the place of an INSEE code or postcode."""
        return self.by_key.get(code) if code else None

    def _named(self, tokens: list[str]) -> Iterator[Territory]:
        """Yield places whose name or code stands in the message, longest name first."""
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            for start in range(len(tokens) - size + 1):
                key = " ".join(tokens[start : start + size])
                introduced = start > 0 and tokens[start - 1] in _BEFORE
                if key in self.by_key and (introduced or len(key) > _SHORT):
                    yield self.by_key[key]


def _contracted(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield what `à` and `de` make of an article: au Havre, des Andelys."""
    for place in places:
        article, *rest = words(place.name)
        for form in _CONTRACTED.get(article, ()):
            yield " ".join((form, *rest)), place


def _shortened(places: Sequence[Territory]) -> Iterator[tuple[str, Territory]]:
    """Yield the first word of long names, when it names one place only: Cherbourg, Hérouville."""
    firsts = Counter(words(place.name)[0] for place in places)
    for place in places:
        first, *rest = words(place.name)
        if rest and firsts[first] == 1 and len(first) >= _LONG:
            yield first, place
