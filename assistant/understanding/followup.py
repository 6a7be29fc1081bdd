"""How a message hangs on those before it, read from word lists."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUps:
    """Compiled word lists."""

    link: re.Pattern[str]
    pronoun: re.Pattern[str]
    turn: re.Pattern[str]
    ordinals: tuple[re.Pattern[str], ...]

    def leans(self, text: str) -> bool:
        """Return whether a message leans on the one before, by its first words or a pronoun."""
        folded = fold(text).strip()
        return bool(self.link.match(folded) or self.stands_for(text))

    def stands_for(self, text: str) -> bool:
        """Return whether a word of a message stands for what was spoken of."""
        return self.pronoun.search(fold(text)) is not None

    def turns(self, text: str) -> bool:
        """Return whether a message announces another subject."""
        return self.turn.search(fold(text)) is not None

    def recalled(self, text: str) -> int | None:
        """Return the place, from 0, of the earlier subject a message goes back to."""
        folded = fold(text)
        places = (n for n, pattern in enumerate(self.ordinals) if pattern.search(folded))
        return next(places, None)


@cache
def load_followups() -> FollowUps:
    """Return the word lists of `followup.toml`, compiled."""
    file = resources.files("assistant.understanding") / "followup.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return FollowUps(
        link=_compile(table["link"]),
        pronoun=_compile(table["pronoun"]),
        turn=_compile(table["turn"]),
        ordinals=(_compile(table["first"]), _compile(table["second"])),
    )


def _compile(cues: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern for a list of cues; what follows a hyphen (fera-t-il) is no cue."""
    return re.compile("|".join(rf"(?<![a-z0-9-])(?:{cue})(?![a-z0-9])" for cue in cues))
