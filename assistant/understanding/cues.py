"""What a message asks, read from word lists a counsellor can correct."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.question import Intent
from assistant.text import fold
from corpus.model.document import Aspect

_NAMING: Final = frozenset({Aspect.ACCESS, Aspect.CERTIFICATIONS})
"""Aspects asked about by words that name things: the bac, the 3e, Parcoursup, a CAP."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled word lists."""

    aspects: Mapping[Aspect, re.Pattern[str]]
    intents: Mapping[Intent, re.Pattern[str]]
    asking: re.Pattern[str]

    def read_aspects(self, text: str) -> tuple[Aspect, ...]:
        """Return what is asked of a subject, in the order asked; empty when nothing is named."""
        folded = fold(text)
        found = ((pattern.search(folded), aspect) for aspect, pattern in self.aspects.items())
        return tuple(aspect for _, aspect in sorted((m.start(), a) for m, a in found if m))

    def read_intents(self, text: str) -> frozenset[Intent]:
        """Return the intents the words show."""
        folded = fold(text)
        return frozenset(i for i, pattern in self.intents.items() if pattern.search(folded))

    def without_asking(self, text: str) -> str:
        """Return what a message is about: folded, without the words that only ask.

        A message made of nothing else is returned whole.
        """
        folded = fold(text)
        rest = " ".join(self.asking.sub(" ", folded).split())
        return rest if any(character.isalnum() for character in rest) else folded

    def without_aspects(self, text: str) -> str:
        """Return what is left of a message once the words for what is asked are out too."""
        rest = self._without(self.without_asking(text), _NAMING)
        return rest if any(character.isalnum() for character in rest) else self.without_asking(text)

    def without_cues(self, text: str) -> str:
        """Return what no list of cues knows of a message."""
        rest = self._without(self.asking.sub(" ", fold(text)), {Aspect.CERTIFICATIONS})
        for pattern in self.intents.values():
            rest = pattern.sub(" ", rest)
        return rest

    def _without(self, text: str, kept: Collection[Aspect]) -> str:
        """Return a folded text without the words of each aspect but those kept."""
        for aspect, pattern in self.aspects.items():
            text = text if aspect in kept else pattern.sub(" ", text)
        return " ".join(text.split())


@cache
def load_cues() -> Cues:
    """Return the word lists of `cues.toml`, compiled."""
    file = resources.files("assistant.understanding") / "cues.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Cues(
        aspects={Aspect(key): _compile(cues) for key, cues in table["aspect"].items()},
        intents={Intent(key): _compile(cues) for key, cues in table["intent"].items()},
        asking=_compile(table["asking"]["says"]),
    )


def _compile(cues: list[str]) -> re.Pattern[str]:
    """Return one pattern for a list of cues, each on word boundaries."""
    return re.compile("|".join(rf"(?<![a-z0-9])(?:{cue})(?![a-z0-9])" for cue in cues))
