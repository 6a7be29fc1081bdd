"""Occupation named in a message, through every label, both genders, synonyms and near-spellings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from assistant.question import OccupationMatch
from assistant.text import fold, words
from corpus.model.occupation import Occupation

_LONGEST: Final = 7
"""Words in the longest name looked for."""
_NEAR: Final = 85.0
"""Similarity (0 to 100) from which a spelling is taken for a name."""
_SHORTEST_PLURAL: Final = 4
"""Letters under which a final s or x is part of the word (gaz, os)."""
_SHORTEST_NEAR: Final = 6
"""Letters under which only an exact spelling counts: short words are near too many names."""


@dataclass(frozen=True, slots=True)
class OccupationNames:
    """Occupations by their folded names; built once, read by every turn."""

    by_name: dict[str, tuple[Occupation, ...]]
    is_word: Callable[[str], bool]
    """Whether a word stands somewhere in the corpus: then it is not a misspelt name."""

    @classmethod
    def of(
        cls, occupations: Iterable[Occupation], is_word: Callable[[str], bool]
    ) -> "OccupationNames":
        """Return the index of `occupations`; an earlier one comes first under a shared name."""
        found: dict[str, list[Occupation]] = defaultdict(list)
        for occupation in occupations:
            for key in {_key(words(name)) for name in _forms(occupation)}:
                if key and occupation not in found[key]:
                    found[key].append(occupation)
        return cls({key: tuple(named) for key, named in found.items()}, is_word)

    def read(self, text: str) -> tuple[OccupationMatch, ...]:
        """Return the occupations named in `text`, longest name first, one of each."""
        tokens = words(text)
        exact = list(self._exact(tokens))
        return _unique(exact) or _unique(self._near(tokens))

    def _exact(self, tokens: Sequence[str]) -> Iterator[OccupationMatch]:
        """Yield names that stand in the message, longest first, without overlap."""
        taken: set[int] = set()
        for start, end in _windows(len(tokens)):
            if taken.isdisjoint(range(start, end)):
                key = _key(tokens[start:end])
                for occupation in self.by_name.get(key, ()):
                    taken.update(range(start, end))
                    yield OccupationMatch(occupation=occupation, name=key, score=1.0)

    def _near(self, tokens: Sequence[str]) -> Iterator[OccupationMatch]:
        """Yield near-spellings of names; words we know are not misspelt ones."""
        unknown = [len(word) >= _SHORTEST_NEAR and not self.is_word(word) for word in tokens]
        for start, end in _windows(len(tokens)):
            key = _key(tokens[start:end])
            if len(key) < _SHORTEST_NEAR or not any(unknown[start:end]):
                continue
            best = process.extractOne(
                key, self.by_name.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR
            )
            if best:
                name, score, _ = best
                for occupation in self.by_name[name]:
                    yield OccupationMatch(occupation=occupation, name=name, score=score / 100)


def _forms(occupation: Occupation) -> Iterator[str]:
    """Yield the names of an occupation, and each gender of `masculin / féminin` labels."""
    for name in occupation.names:
        yield name
        yield from fold(name).replace(" / ", ",").split(",")


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield every run of words, longest first, then left to right."""
    for size in range(min(_LONGEST, length), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _key(tokens: Sequence[str]) -> str:
    """Return a name's key: its words in the singular."""
    return " ".join(_singular(token) for token in tokens)


def _singular(word: str) -> str:
    """Return a word without the plural mark of most French nouns."""
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" else word


def _unique(matches: Iterable[OccupationMatch]) -> tuple[OccupationMatch, ...]:
    """Return matches without repeating an occupation."""
    seen: dict[str, OccupationMatch] = {}
    for match in matches:
        seen.setdefault(match.occupation.id, match)
    return tuple(seen.values())
