"""Words scorers know a reply by, read once from `words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon(section: str) -> Mapping[str, Any]:
    """Return a section of `words.toml`."""
    file = resources.files("eval") / "scorers" / "words.toml"
    table: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))[section]
    return table


@cache
def listed(section: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of a section."""
    return frozenset(lexicon(section)[key])
