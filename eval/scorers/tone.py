"""Tone: a reply informs; it does not advise, rank, sell, discourage, promise or opine."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

from assistant.text import fold
from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.trace.trace import Trace

_SENTENCE_END: Final = re.compile(r"(?<=[.!?:])\s+")
_SPACES: Final = re.compile(r"[^\S\n]+")


def neutral_tone(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether no turn of phrase takes sides; words quoted from a source are judged too."""
    shown = trace.only.observed.shown
    if not shown.strip():
        return None
    found = list(turns_found(shown))
    return right_if(not found, " | ".join(found))


def turns_found(text: str) -> Iterator[str]:
    """Yield the turns of phrase of a text that are not neutral, each with its group."""
    spoken = _SPACES.sub(" ", _SENTENCE_END.sub("\n", fold(text)))
    for group, pattern in patterns():
        for found in pattern.finditer(spoken):
            yield f"{group}: « {found[0].strip()} »"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of `tone.toml`, with their group."""
    file = resources.files("eval") / "scorers" / "tone.toml"
    groups = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        (group, re.compile(pattern, re.MULTILINE))
        for group, languages in groups.items()
        for listed in languages.values()
        for pattern in listed
    )
