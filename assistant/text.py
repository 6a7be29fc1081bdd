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


def french_number(value: str) -> str:
    """Return a machine number as the French write it; ranges `a..b` become `de a à b`.

    >>> french_number("1990"), french_number("1850..2300.5"), french_number("CAP")
    ('1 990', 'de 1 850 à 2 300,5', 'CAP')
    """
    low, dots, high = value.partition("..")
    if dots:
        return f"de {french_number(low)} à {french_number(high)}"
    whole, _, decimals = value.partition(".")
    if not whole.isdigit():
        return value
    grouped = f"{int(whole):,}".replace(",", " ")
    return f"{grouped},{decimals}" if decimals else grouped


_MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_ISO_DATE: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def french_date(iso: str) -> str:
    """Return an ISO date, whole or partial, as the French write it; anything else unchanged.

    >>> french_date("2024-06-25"), french_date("2024-06"), french_date("2024")
    ('25 juin 2024', 'juin 2024', '2024')
    """
    found = _ISO_DATE.fullmatch(iso)
    if not found or not 1 <= int(found[2]) <= len(_MONTHS):
        return iso
    year, month, day = found.groups()
    named = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{'1er' if day == '01' else int(day)} {named}" if day else named
