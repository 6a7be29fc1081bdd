"""Plain text helpers every step shares."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'"})
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
_WORD: Final = re.compile(r"[a-z0-9]+")
_NUMBER: Final = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)?")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents or ligatures, apostrophes made plain.

    >>> fold("Élève d’œuvre")
    "eleve d'oeuvre"
    """
    plain = text.translate(_APOSTROPHES).translate(_LIGATURES)
    split = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in split if not unicodedata.combining(c)).lower()


def words(text: str) -> list[str]:
    """Return the folded words of `text`, elided articles apart.

    >>> words("L'infirmière gagne 1 990 €")
    ['l', 'infirmiere', 'gagne', '1', '990']
    """
    return _WORD.findall(fold(text))


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of `text`, written one way: no thousands separator, decimal point.

    >>> sorted(numbers("de 1 990 à 2 300,50 €"))
    ['1990', '2300.5']
    """
    return frozenset(_plain(found) for found in _NUMBER.findall(text))


def _plain(number: str) -> str:
    """Return a French number in machine form."""
    bare = re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
    whole, _, decimals = bare.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{decimals}" if decimals else whole.lstrip("0") or "0"
