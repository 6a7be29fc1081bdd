"""Words and patterns of the scorers, each list in a file of its own."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TypeAlias

Table: TypeAlias = Mapping[str, Sequence[str]]


@cache
def table(name: str) -> Table:
    """Return a file of lists, by the name of each list."""
    file = resources.files("eval") / "scorers" / f"{name}.toml"
    lists: Table = tomllib.loads(file.read_text(encoding="utf-8"))
    return lists


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """Return a pattern that finds what any of a list does."""
    return re.compile("|".join(f"(?:{one})" for one in table(name)[key]))
