"""Figures of a text, in digits or in words: a reader of the evaluation's own (ADR 10)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

from assistant.text import fold

_GAP: Final = r"[ \u00a0\u202f\u2009]"
FIGURE: Final = re.compile(
    rf"(?<!\d)(?:\d{{1,3}}(?:{_GAP}\d{{3}}(?!\d))+|\d{{1,3}}(?:,\d{{3}}(?!\d))+|\d+)(?:[.,]\d+)?"
)
"""A figure in digits, with French or English thousands."""
_ENGLISH: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_WORD: Final = re.compile(r"[a-z]+")
_JOINED: Final = re.compile(r"[ \u00a0\u202f-]|[ -](?:et|and)[ -]")
_SUM: Final = re.compile(r" (?:et|and) |-et-")
_AND: Final = frozenset({"et", "and"})
_RATE: Final = ("pour ", "per ")
"""Before `cent`, what makes it the sign of a rate and no figure."""
_TENS: Final = frozenset(range(20, 100, 10))
_ELEVEN: Final = 11
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


@cache
def patterns(section: str) -> Mapping[str, Any]:
    """Return a section of `figures.toml`."""
    file = resources.files("eval") / "trace" / "figures.toml"
    table: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))[section]
    return table


def figures(text: str) -> frozenset[str]:
    """Return every figure of a text, written one way; words that may be one are read as one."""
    return _read(in_digits(fold(text)))


def claimed_figures(text: str) -> frozenset[str]:
    """Return the figures a text surely gives: `un` and `neuf` are some only before a unit."""
    return _read(in_digits(fold(text), sure=True))


def in_digits(folded: str, *, sure: bool = False) -> str:
    """Return a folded text with its figures in digits: `trente-deux ans` is `32 ans`."""
    parts, position = [], 0
    for start, end, value in _spelled(folded):
        if sure and not _surely(folded, start, end):
            continue
        parts += [folded[position:start], str(value)]
        position = end
    return "".join((*parts, folded[position:]))


def plain(figure: str) -> str:
    """Return a figure in machine form: no thousands separator, a decimal point, no useless 0."""
    bare = re.sub(_GAP, "", figure)
    bare = bare.replace(",", "" if _ENGLISH.fullmatch(bare) else ".")
    return f"{Decimal(bare).normalize():f}"


def _read(text: str) -> frozenset[str]:
    """Return the figures of a text in digits."""
    return frozenset(plain(found) for found in FIGURE.findall(text))


def _surely(folded: str, start: int, end: int) -> bool:
    """Return whether what is spelled there can be nothing but a figure."""
    if folded[start:end] not in patterns("doubtful")["words"]:
        return True
    return re.compile(patterns("doubtful")["unit"]).match(folded, end) is not None


def _spelled(folded: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each figure in words begins and ends, and its value."""
    values: Mapping[str, int] = patterns("spelled")
    run = False
    start = end = total = current = 0
    for found in _WORD.finditer(folded):
        if found[0] in _AND:
            continue
        rate = found[0] == "cent" and folded[: found.start()].endswith(_RATE)
        value = None if rate else values.get(found[0])
        joint = folded[end : found.start()]
        if run and (value is None or not _goes_on(current, value, joint)):
            yield start, end, total + current
            run, total, current = False, 0, 0
        if value is None:
            continue
        start = start if run else found.start()
        run, end = True, found.end()
        total, current = _added(total, current, value)
    if run:
        yield start, end, total + current


def _goes_on(current: int, value: int, joint: str) -> bool:
    """Return whether a word of number goes on with those before it."""
    if not _JOINED.fullmatch(joint):
        return False
    rest = current % _HUNDRED
    if _SUM.fullmatch(joint):
        return rest in _TENS and value in {1, _ELEVEN}
    if value >= _HUNDRED:
        return current < value
    return _fits(rest, value)


def _fits(rest: int, value: int) -> bool:
    """Return whether a number under 100 goes on with what is under 100 before it."""
    return (
        rest == 0
        or (rest == 4 and value == 20)  # noqa: PLR2004 # quatre-vingts
        or (rest in {60, 80} and 10 <= value < 20)  # noqa: PLR2004 # soixante-dix, quatre-vingt-dix
        or (rest in {10, *_TENS} and value < 10)  # noqa: PLR2004 # dix-sept, vingt-deux
    )


def _added(total: int, current: int, value: int) -> tuple[int, int]:
    """Return the thousands read, and what is under them, with one more word."""
    if value >= _THOUSAND:
        return total + max(current, 1) * value, 0
    if value == _HUNDRED:
        return total, max(current, 1) * value
    if value == 20 and current % _HUNDRED == 4:  # noqa: PLR2004 # quatre-vingts
        return total, current + 76
    return total, current + value
