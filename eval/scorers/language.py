"""A reply is in the language of its question; what it quotes stays in that of its source."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from assistant.text import words
from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.trace.observed import Observed
from eval.trace.trace import Trace

TELLING: Final = 3
"""Function words from which the language of a text can be told."""
_QUOTED: Final = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def in_language(item: Item, trace: Trace) -> Score | None:
    """Score the share of replies in the language of the item; absent when none can be told."""
    told = {
        f"message {number}": language
        for number, exchange in enumerate(trace.exchanges, start=1)
        if (language := language_of(_own_words(exchange.observed, item.language)))
    }
    other = [f"{which}: {found}" for which, found in told.items() if found != item.language]
    return share(other, len(told))


def language_of(text: str) -> str:
    """Return the language of a text by its function words; empty when they do not tell."""
    spoken = words(text)
    counts = {name: sum(word in held for word in spoken) for name, held in _words().items()}
    most = max(counts.values())
    first = [name for name, count in counts.items() if count == most]
    return first[0] if most >= TELLING and len(first) == 1 else ""


def _own_words(observed: Observed, language: str) -> str:
    """Return the words of a reply; outside French, without what it quotes: sources are French."""
    if language == "fr":
        return observed.text
    text = observed.text
    for cited in observed.quotes:
        text = text.replace(cited.quote, " ")
    return _QUOTED.sub(" ", text)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return the function words of `function_words.toml`, by language."""
    file = resources.files("eval") / "scorers" / "function_words.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {language: frozenset(listed) for language, listed in table.items()}
