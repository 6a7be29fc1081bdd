"""What a person says beside their question (who they are, courtesies) is not searched."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.text import fold

_END: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
"""Where a sentence ends: a mark within a number or an address is none."""


@dataclass(frozen=True, slots=True)
class WithoutAsides:
    """Leave out the sentences of a message that only tell who asks, or greet.

    Two people who ask the same thing must find the same thing: a first name, an origin or an age
    would otherwise weigh in the search. They are still read where a rule of referral needs them.
    """

    aside: re.Pattern[str]
    opening: re.Pattern[str]

    def __call__(self, text: str) -> str:
        """Return what is asked, as it was typed; the whole message when nothing else is said."""
        kept = [self._opened(s) for s in _END.split(text) if not self._is_aside(s)]
        asked = " ".join(" ".join(kept).split())
        return asked if any(character.isalnum() for character in asked) else text

    def _is_aside(self, sentence: str) -> bool:
        """Return whether a sentence tells only who asks, or greets."""
        return self.aside.fullmatch(_bare(sentence)) is not None

    def _opened(self, sentence: str) -> str:
        """Return a sentence without the greeting it opens with."""
        match = self.opening.match(sentence)
        rest = sentence[match.end() :] if match else sentence
        return rest if any(character.isalnum() for character in rest) else sentence


@cache
def load_asides() -> WithoutAsides:
    """Return the step made of `aside.toml`."""
    file = resources.files("assistant.understanding") / "aside.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    hello = "|".join(table["greeting"])
    return WithoutAsides(
        aside=re.compile(rf"(?:(?:{hello})[ ,]*)*(?:{'|'.join(table['aside'])})?"),
        opening=re.compile(rf"\s*(?:(?:{hello})\b[ ,!]*)+", re.IGNORECASE),
    )


def _bare(sentence: str) -> str:
    """Return a sentence folded, without what surrounds its words."""
    return " ".join(fold(sentence).strip(" .!?;,\n\t").split())
