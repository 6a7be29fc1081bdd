"""Occupations are named in both genders: a masculine name alone leaves half of people out."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final, TypeAlias

from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.trace.trace import Trace

Pairs: TypeAlias = Sequence[tuple[str, str]]
"""Names of occupations, masculine then feminine."""

_JOINED: Final = r"[\s-]+"
_ENDING: Final = r"[·•./(-](?:e|ne|te|se|ère|ière|rice|trice|euse)s?\b"
"""A feminine ending written after the masculine: `infirmier·ère`, `infirmier(ère)`."""


def both_genders(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether each occupation named in the masculine is named in the feminine too."""
    return named_both_ways(trace.only.observed.shown, sheet_pairs())


def named_both_ways(text: str, pairs: Pairs) -> Score | None:
    """Score the names of a text; absent when it names no occupation. Epicene names don't count."""
    spoken = text.lower()
    gendered = [(masculine, feminine) for masculine, feminine in pairs if masculine != feminine]
    told = {m for m, f in gendered if _says(m, spoken)}
    paired = {m for m, f in gendered if _says_feminine(m, f, spoken)}
    if not told | paired:
        return None
    alone = sorted(told - paired)
    return right_if(not alone, f"only in the masculine: {', '.join(alone)}")


@cache
def sheet_pairs() -> Pairs:
    """Return the names of the occupations that have a sheet of ours."""
    folder = resources.files("corpus") / "sources" / "spro_occupations" / "sheets"
    sheets = (tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir())
    named = (sheet["occupation"] for sheet in sheets if "occupation" in sheet)
    return tuple(sorted((names["masculine"], names["feminine"]) for names in named))


def _says(name: str, text: str) -> bool:
    """Return whether a text holds a name, singular or plural."""
    return re.search(rf"\b{_plural(name)}\b", text) is not None


def _says_feminine(masculine: str, feminine: str, text: str) -> bool:
    """Return whether a text holds the feminine, its first word, or a feminine ending."""
    first = feminine.split(maxsplit=1)[0]
    joined = re.search(rf"\b{_plural(masculine)}{_ENDING}", text) is not None
    return joined or _says(first, text)


def _plural(name: str) -> str:
    """Return the pattern of a name whose words may each be plural."""
    return _JOINED.join(rf"{re.escape(word)}s?" for word in re.split(_JOINED, name.lower()))
