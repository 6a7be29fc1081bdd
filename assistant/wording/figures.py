"""Dates, numbers and values in words, as a person of the page's language reads them."""

import re
from functools import reduce
from typing import Final

from assistant.wording import Wording

ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LAST_MONTH = 12
UNCOUNTED: Final = frozenset({"", "name", "date", "phone number"})
"""Units of values that are no quantity: their digits are never grouped."""


def date_in_words(value: str, words: Wording) -> str:
    """Return `25 juin 2024` for `2024-06-25`, less for a partial date, else the text itself."""
    match = ISO_DATE.fullmatch(value)
    if match is None or match[2] is None or not 1 <= int(match[2]) <= LAST_MONTH:
        return value
    month = words(f"date.m{int(match[2])}")
    if match[3] is None:
        return words("date.month", month=month, year=match[1])
    number = int(match[3])
    day = words("date.first") if number == 1 else str(number)
    return words("date.full", day=day, month=month, year=match[1])


def value_in_words(value: str, unit: str, words: Wording) -> str:
    """Return `de 1 990 à 2 300 € brut par mois` for `1990..2300` in `EUR/month gross`."""
    low, separator, high = value.partition("..")
    if separator:
        told = words(
            "number.range", low=number_in_words(low, words), high=number_in_words(high, words)
        )
    else:
        plain = unit in UNCOUNTED
        told = date_in_words(low, words) if plain else number_in_words(low, words)
    keys = (*([f"unit_one.{unit}"] if value == "1" else []), f"unit.{unit}")
    known = next((key for key in keys if key in words.sentences), None)
    return words(known, value=told) if known else f"{told} {unit}".strip()


def number_in_words(text: str, words: Wording) -> str:
    """Return a number with its thousands set apart; any other text as it is."""
    if not NUMBER.fullmatch(text):
        return text
    whole, _, decimals = text.partition(".")
    grouped = reduce(
        lambda left, right: words("number.thousands", left=left, right=right),
        f"{int(whole):,}".split(","),
    )
    return f"{grouped}{words('number.decimal')}{decimals}" if decimals else grouped
