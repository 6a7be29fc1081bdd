"""Occupations a message is about: named, misspelt, or told in other words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from assistant.question import OccupationMatch
from assistant.text import fold
from assistant.understanding.names import Message, NameIndex, Said
from corpus.model.occupation import Occupation

NearNames: TypeAlias = Callable[[str], Mapping[str, float]]
"""Gives, by occupation id, the cosine of its names and descriptions to a message."""

_MEANING: Final = 16.0
"""What a cosine weighs beside the words shared; chosen on the development split."""
_FAR: Final = 0.8
"""Cosine from which meaning speaks for an occupation."""
_SURE: Final = 1.6
"""Score from which an occupation nobody named is taken to be meant."""
_AS_SPELT: Final = 0.72
"""Likeness of each word of a name from which the name is said (the square of .85)."""
_IN_TALK: Final = 0.85
"""The same once a talk is about an occupation: ordinary words must not turn it."""
_GUESSES: Final = 3
_DENIED: Final = re.compile(
    r"(?<!pourquoi )\b(?:et non|pas?|not|sans etre|sans passer par|laisse[rz]? tomber|oublie[rz]?|"
    r"plutot que?|au lieu d(?:e|u|es)?)(?: |')"
    r"(?:(?:the|a|an|un|une|le|la|les|des|du|de|d|l|comme|pour|etre)(?: |'))*[a-z-]{3,}"
)
"""A trade put aside: it is not the one meant."""
_REFUSED: Final = re.compile(
    r"(?:[a-z-]{3,30} )?[a-z-]{3,30}[ ,:]{1,3}(?:non|nan|bof|jamais|j'en veux (?:pas|plus)|"
    r"hors de question|c'est pas pour moi|no thanks|"
    r"(?:ca |cela )?(?:me |m')(?:dit|interesse|plait|tente|parle)(?: plus)? (?:rien|pas|bof))\b"
)
"""The same, said after its name."""
_SOMEBODY: Final = re.compile(
    r"\b(?:(?:ma|mon|mes|ta|ton|tes|sa|son|ses|leurs?|notre|nos|votre|vos) "
    r"(?:ancien(?:ne)? )?[a-z-]+(?: rh)?|"
    r"(?:le|la|l'|une?) ?(?:[a-z-]{1,30} ){0,2}[a-z-]{1,30} "
    r"(?=(?:m'a|m'ont|me dit|me demande|dit|veut|pense|refuse|a dit|a refuse)\b))"
)
"""Somebody one knows by their trade (my teacher, the doctor says): not the one asked about."""
_MYSELF: Final = re.compile(
    r"\b(?:je suis|j'?suis|chui|chuis|j'etais|j'ai ete|je (?:bosse|travaille) comme|"
    r"i am|i'm|i work as|"
    r"(?:titulaire|diplomee?) (?:du|d'un|d'une)(?: diplome)?|"
    r"j'ai (?:deja )?(?:un|le|mon) (?:cap|bac pro|bac|bep|bts|but|titre pro|titre|diplome)|"
    r"(?:mari|femme|copain|copine|frere|soeur|pere|mere|voisine?|cousine?)"
    r"(?: (?:qui )?(?:est|etait))?)"
    r"(?: (?:deja|actuellement|encore|toujours))?(?: (?:une?|an?|d'|de|des))? ?"
    r"(?:[a-z-]{1,30} ?){1,4}|"
    r"(?:[a-z-]{3,30} ){1,3}(?:depuis|pendant|for) [a-z0-9]+ (?:ans|years)\b"
)
"""What somebody says they, or their own, are: it is not always what they ask about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationNames:
    """Recognise occupations; built once, read by every turn."""

    names: NameIndex
    by_id: Mapping[str, Occupation]
    near: NearNames

    @classmethod
    def of(
        cls,
        occupations: Sequence[Occupation],
        terms: Callable[[str], Sequence[str]],
        is_word: Callable[[str], bool],
        near: NearNames,
    ) -> "OccupationNames":
        """Return the step over `occupations`; those with a sheet come first under a shared name."""
        ordered = sorted(occupations, key=lambda one: one.known_by_code)
        return cls(
            names=NameIndex.of(ordered, terms, is_word),
            by_id={one.id: one for one in occupations},
            near=near,
        )

    def read(self, text: str) -> tuple[OccupationMatch, ...]:
        """Return the occupations named in `text`, longest name first, one of each.

        What is put aside counts when nothing else is named, marked so.
        """
        return self._read(_about(text), _AS_SPELT)

    def read_wanted(self, text: str, *, in_talk: bool) -> tuple[OccupationMatch, ...]:
        """Return the same, without what somebody says that they or their own are."""
        return self._read(_wanted(text), _IN_TALK if in_talk else _AS_SPELT)

    def _read(self, folded: str, least: float) -> tuple[OccupationMatch, ...]:
        wanted = _without_denied(folded)
        meant = _unique(self._sure(wanted, least))
        if meant or wanted == folded:
            return meant
        aside = _unique(self._sure(folded, least))
        return tuple(replace(match, aside=True) for match in aside)

    def guess(self, text: str, named: Sequence[OccupationMatch]) -> tuple[OccupationMatch, ...]:
        """Return the few occupations likely meant, likeliest first; `named` are those read."""
        told = _wanted(text) if named else _about(text)
        message = self.names.read(_without_denied(told))
        # A name too vaguely spelt to be read may be guessed.
        said = {m.occupation.id: m for m in (*self._named(self.names.said(message)), *named)}
        scores = self._scores(text, message)
        likely = sorted(scores, key=lambda id_: -scores[id_])[:_GUESSES]
        return tuple(
            said.get(id_) or _meant(self.by_id[id_], scores[id_])
            for id_ in likely
            if id_ in said or scores[id_] >= _SURE
        )

    def _sure(self, text: str, least: float) -> Iterator[OccupationMatch]:
        """Yield the occupations whose name stands in a text, spelt as well as `least`."""
        said = self.names.said(self.names.read(text), least)
        # A name as it is spelt comes before a longer one only nearly so.
        return self._named(iter(sorted(said, key=lambda one: one.sure < 1)))

    def _named(self, said: Iterator[Said]) -> Iterator[OccupationMatch]:
        """Yield every occupation of each name said."""
        for one in said:
            name = " ".join(one.key)
            for occupation in self.names.occupations[one.key]:
                yield OccupationMatch(
                    occupation=occupation, name=name, score=one.sure, start=one.start
                )

    def _scores(self, text: str, message: Message) -> dict[str, float]:
        """Return the score of each occupation that words or meaning point at."""
        scores = self.names.shared(message)
        for id_, cosine in self.near(text).items():
            scores[id_] = scores.get(id_, 0.0) + _MEANING * max(0.0, cosine - _FAR)
        return scores


def _about(text: str) -> str:
    """Return a message folded, without the people one knows by their trade."""
    return _SOMEBODY.sub(" ", fold(text))


def _wanted(text: str) -> str:
    """Return the same, without what somebody says that they or their own are."""
    return _SOMEBODY.sub(" ", _MYSELF.sub(" ", fold(text)))


def _without_denied(folded: str) -> str:
    """Return a folded text without the trades it puts aside."""
    return _DENIED.sub(" ", _REFUSED.sub(" ", folded))


def _meant(occupation: Occupation, score: float) -> OccupationMatch:
    """Return an occupation nobody named."""
    return OccupationMatch(
        occupation=occupation,
        name=occupation.masculine,
        score=min(1.0, score / (2 * _SURE)),
        named=False,
    )


def _unique(matches: Iterator[OccupationMatch]) -> tuple[OccupationMatch, ...]:
    """Return matches without repeating an occupation."""
    seen: dict[str, OccupationMatch] = {}
    for match in matches:
        seen.setdefault(match.occupation.id, match)
    return tuple(seen.values())
