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
    thank: re.Pattern[str]
    turn: re.Pattern[str]
    compare: re.Pattern[str]
    ordinals: tuple[re.Pattern[str], ...]
    other: re.Pattern[str]
    here: re.Pattern[str]
    back: re.Pattern[str]
    home: re.Pattern[str]

    def links(self, text: str) -> bool:
        """Return whether the first words of a message go on with the one before."""
        folded = fold(text).strip()
        return self.link.match(folded) is not None and not self.thank.match(folded)

    def turns(self, text: str) -> bool:
        """Return whether a message announces another subject."""
        return self.turn.search(fold(text)) is not None

    def compares(self, text: str) -> bool:
        """Return whether a message compares something with what was spoken of."""
        return self.compare.search(fold(text)) is not None

    def calls_other(self, text: str) -> bool:
        """Return whether a message goes back to the other one of two."""
        return self.other.search(fold(text)) is not None

    def points_here(self, text: str) -> bool:
        """Return whether a message points at the place spoken of."""
        return self.here.search(fold(text)) is not None

    def goes_back(self, text: str) -> bool:
        """Return whether a message says it goes back to an earlier subject."""
        return self.back.search(fold(text)) is not None

    def tells_home(self, text: str) -> bool:
        """Return whether a message says where somebody lives."""
        return self.home.search(fold(text)) is not None

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
        thank=_compile(table["thanks"]),
        turn=_compile(table["turn"]),
        compare=_compile(table["compare"]),
        ordinals=(_compile(table["first"]), _compile(table["second"])),
        other=_compile(table["other"]),
        here=_compile(table["here"]),
        back=_compile(table["back"]),
        home=_compile(table["home"]),
    )


def _compile(cues: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern for a list of cues; what follows a hyphen (fera-t-il) is no cue."""
    return re.compile("|".join(rf"(?<![a-z0-9-])(?:{cue})(?![a-z0-9])" for cue in cues))
