"""An index of the names of occupations: whole, or by the words they share with a message."""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, TypeAlias

from assistant.understanding.spelling import Spelling
from corpus.model.occupation import Occupation

Key: TypeAlias = tuple[str, ...]
"""A name by its telling words, as the word index compares them."""

_LONGEST: Final = 7
"""Words in the longest name looked for."""
_ARTICLES: Final = frozenset({"l", "le", "la", "les", "un", "une"})
_UNSAID: Final = 0.5
"""What any name lacks, so that a long name said almost whole beats a short one said whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A name said in a message."""

    key: Key
    start: int
    """Place of its first word among the telling words of the message."""
    sure: float
    """1 as spelt, less for a near-spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The telling words of a message, and those of names each may stand for."""

    words: tuple[str, ...]
    near: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """Names by their words; built once, read by every turn."""

    occupations: dict[Key, tuple[Occupation, ...]]
    """Those with a sheet first."""
    weights: dict[str, float]
    """How telling each word is: the rarer in names, the more."""
    whole: dict[Key, float]
    """What the different words of a name weigh together."""
    holding: dict[str, tuple[Key, ...]]
    """Names that hold a word."""
    terms: Callable[[str], Sequence[str]]
    spelling: Spelling

    @classmethod
    def of(
        cls,
        occupations: Iterable[Occupation],
        terms: Callable[[str], Sequence[str]],
        is_word: Callable[[str], bool],
    ) -> "NameIndex":
        """Return the index of `occupations`; an earlier one comes first under a shared name."""
        found = _by_name(occupations, terms)
        counts = Counter(word for key in found for word in set(key))
        weights = {w: math.log(1 + len(found) / number) for w, number in counts.items()}
        holding: dict[str, list[Key]] = defaultdict(list)
        for key in found:
            for word in set(key):
                holding[word].append(key)
        spelt = {term for word in _listed("spelt") for term in terms(word)}
        return cls(
            occupations={key: tuple(named) for key, named in found.items()},
            weights=weights,
            whole={key: sum(weights[word] for word in dict.fromkeys(key)) for key in found},
            holding={word: tuple(keys) for word, keys in holding.items()},
            terms=terms,
            spelling=Spelling(
                vocabulary={word: word for word in sorted(counts)},
                is_word=lambda word: word in spelt or is_word(word),
            ),
        )

    def read(self, text: str) -> "Message":
        """Return the words of a message, each with those it may stand for."""
        words = tuple(self.terms(text))
        return Message(words=words, near=self.spelling.near(words))

    def said(self, message: "Message", least: float = 0.0) -> Iterator[Said]:
        """Yield the names that stand whole in a message, longest first, without overlap.

        A name less sure than `least` is not said, and hides no shorter one.
        """
        near = [message.near[word] for word in message.words]
        best = [max(n.items(), key=lambda one: one[1], default=("", 0.0)) for n in near]
        taken: set[int] = set()
        for start, end in _windows([bool(word) for word, _ in best]):
            key = tuple(word for word, _ in best[start:end])
            if key not in self.occupations or not taken.isdisjoint(range(start, end)):
                continue
            sure = min(s for _, s in best[start:end])
            if sure >= least:
                taken.update(range(start, end))
                yield Said(key=key, start=start, sure=sure)

    def shared(self, message: "Message") -> dict[str, float]:
        """Return, by occupation id, how much of its best name a message says, weighed."""
        told: dict[Key, float] = defaultdict(float)
        for near in message.near.values():
            reached: dict[Key, float] = {}
            for other, sure in near.items():
                for key in self.holding[other]:
                    reached[key] = max(reached.get(key, 0.0), sure * self.weights[other])
            for key, weight in reached.items():
                told[key] += weight
        scores: dict[str, float] = {}
        for key, weight in told.items():
            whole = self.whole[key]
            # Two spellings of one word do not say it twice.
            score = min(weight, whole) ** 1.5 / (whole + _UNSAID)
            for occupation in self.occupations[key]:
                scores[occupation.id] = max(scores.get(occupation.id, 0.0), score)
        return scores


def _by_name(
    occupations: Iterable[Occupation], terms: Callable[[str], Sequence[str]]
) -> dict[Key, list[Occupation]]:
    """Return the occupations of each name, those that mean something else alone left out."""
    alone = {tuple(terms(word)) for word in _listed("not_alone")}
    # Thousands of names begin with the same few words.
    tells = cache(lambda word: bool(terms(word)))
    found: dict[Key, list[Occupation]] = defaultdict(list)
    for occupation in occupations:
        kept = [form for form in dict.fromkeys(_forms(occupation)) if tells(_head(form))]
        for key in dict.fromkeys(tuple(terms(form)) for form in kept):
            if key not in alone:
                found[key].append(occupation)
    return found


def _forms(occupation: Occupation) -> Iterator[str]:
    """Yield the names of an occupation, and each gender of `masculin / féminin` labels."""
    for name in occupation.names:
        yield name
        yield from name.replace(" / ", ",").split(",")


@cache
def _listed(name: str) -> tuple[str, ...]:
    """Return a list of words of `names.toml`."""
    file = resources.files("assistant.understanding") / "names.toml"
    return tuple(tomllib.loads(file.read_text(encoding="utf-8"))[name])


def _head(form: str) -> str:
    """Return the first word of a name: without it, `AS à l'hôpital` would be any hospital."""
    words = form.replace("'", " ").replace("’", " ").split()
    return next((word for word in words if word.lower() not in _ARTICLES), "")


def _windows(known: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield every run of known words, longest first, then left to right."""
    reach = [0] * (len(known) + 1)
    for at in reversed(range(len(known))):
        reach[at] = reach[at + 1] + 1 if known[at] else 0
    for size in range(min(_LONGEST, max(reach)), 0, -1):
        yield from ((at, at + size) for at, longest in enumerate(reach) if longest >= size)
