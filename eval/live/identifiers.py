"""Identifiers of fixed form that masking should have taken out: found again, independently."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final


class Kind(StrEnum):
    """What is found; the value is what programs read."""

    EMAIL = "email"
    PHONE = "phone"
    NIR = "nir"
    IBAN = "iban"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier, however it was set apart."""

    kind: Kind
    plain: str
    """The characters that count: digits and capitals, an e-mail in lower case."""


_MODULUS: Final = 97
"""Both the key of a NIR and the check of an IBAN (ISO 7064) rest on it."""
_CARD: Final[Mapping[int, str]] = {
    13: r"4",
    14: r"3(?:0[0-5]|[689])",
    **dict.fromkeys(range(15, 20), "[2-6]"),
}
"""First digits of a card by length (ISO/IEC 7812); a SIRET too has 14 digits and passes Luhn."""
_DASHES: Final = str.maketrans(dict.fromkeys("‐‒–—―−", "-"))
_S: Final = r"[\s.\-/_]{0,2}"

_EMAIL: Final = re.compile(r"(?<=[^\s@])\s?@\s?(?:[\w-]+\.)+[^\W\d_][\w-]+")
_LOCAL: Final = re.compile(r"[^\s@<>()\[\],;:\"«»]")
_ABROAD: Final = r"(?:\+|00)[\s.\-]{0,2}33[\s.\-]{0,2}(?:\(0\)[\s.\-]{0,2}|0)?[1-9]"
_PHONE: Final = re.compile(
    "|".join(
        rf"(?<!\d)(?:{_ABROAD}|\(?0{sep}[1-9]\)?){digits}(?!\d)"
        for sep, digits in (
            *((sep, rf"(?:{sep}\d){{8}}") for sep in (r"\s{0,2}", r"\.?", "-?", "/?")),
            # Pairs may be set apart in several ways at once; a date holds four digits in a row.
            ("", r"(?:[\s.\-/_,]{1,3}\d\d){4}"),
        )
    )
)
_NIR: Final = re.compile(
    rf"(?<!\d)(?=([1-8](?:{_S}\d){{5}}{_S}[\dAB](?:{_S}\d){{6}}"
    rf"(?:{_S}|\W{{0,2}}CL[EÉ]\W{{0,3}})\d{_S}\d)(?!\d))",
    re.IGNORECASE,
)
_FRENCH_IBAN: Final = re.compile(
    rf"(?=((?:FR|MC)(?:{_S}\d){{12}}(?:{_S}[A-Z0-9]){{11}}(?:{_S}\d){{2}}))", re.IGNORECASE
)
_WHOLE_IBAN: Final = re.compile(
    r"(?<![A-Z0-9])[A-Z]{2}\d\d[A-Z0-9]{11,30}(?![A-Z0-9])", re.IGNORECASE
)
_GROUPED_IBAN: Final = re.compile(
    r"(?<![A-Z0-9])(?=([A-Z]{2}\d\d(?:[\s\-][A-Z0-9]{4}){2,7}(?:[\s\-][A-Z0-9]{1,3})?)(?![A-Z0-9]))",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"(?<!\d)(?=([2-6](?:[\s.\-]{0,2}\d){12,18}))")


def identifiers(text: str) -> Iterator[Identifier]:
    """Yield the identifiers of a text; one may come twice, or as a part of a longer one."""
    plain = _plain(text)
    digits = sum(map(str.isdigit, plain))
    for kind, fewest, find in _FINDERS:
        if digits >= fewest:
            yield from (Identifier(kind, one) for one in find(plain))


def _plain(text: str) -> str:
    """Return a text with one form a character: no hidden one, usual digits, one kind of dash."""
    usual = unicodedata.normalize("NFKC", text).translate(_DASHES)
    seen = (c for c in usual if unicodedata.category(c) != "Cf")
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)


def _emails(text: str) -> Iterator[str]:
    """Yield e-mail addresses, in lower case."""
    for found in _EMAIL.finditer(text):
        start = found.start()
        # From the sign backwards: a search forwards would read a long word once a letter.
        while start and _LOCAL.match(text, start - 1):
            start -= 1
        name = text[start : found.start()]
        if name and not (name.startswith("//") and name.endswith("/")):
            yield re.sub(r"\s", "", f"{name}{found[0]}").lower()


def _phones(text: str) -> Iterator[str]:
    """Yield French telephone numbers, as dialled in France."""
    for found in _PHONE.finditer(text):
        yield f"0{re.sub(r'[^0-9]', '', found[0])[-9:]}"


def _nirs(text: str) -> Iterator[str]:
    """Yield social security numbers whose key is right."""
    for found in _NIR.finditer(text):
        number = re.sub(r"CL[EÉ]|[\W_]", "", found[1].upper())
        digits = number.replace("2A", "19", 1) if number[6] == "A" else number
        digits = digits.replace("2B", "18", 1) if number[6] == "B" else digits
        if digits.isdigit() and int(digits[:13]) % _MODULUS == _MODULUS - int(digits[13:]):
            yield number


def _ibans(text: str) -> Iterator[str]:
    """Yield bank accounts whose check is right: French ones however set apart."""
    candidates = (
        *(found[1] for found in _FRENCH_IBAN.finditer(text)),
        *(found[0] for found in _WHOLE_IBAN.finditer(text)),
        *(cut for found in _GROUPED_IBAN.finditer(text) for cut in _cuts(found[1])),
    )
    for candidate in candidates:
        account = re.sub(r"[\W_]", "", candidate.upper())
        moved = account[4:] + account[:4]
        if int("".join(str(int(c, 36)) for c in moved)) % _MODULUS == 1:
            yield account


def _cards(text: str) -> Iterator[str]:
    """Yield payment cards that pass Luhn's check."""
    for found in _DIGITS.finditer(text):
        whole = not text[found.end(1) : found.end(1) + 1].isdigit()
        for number in _cuts(found[1] if whole else re.sub(r"\d+$", "", found[1])):
            start = _CARD.get(len(number))
            if start and re.match(start, number) and _passes_luhn(number):
                yield number


def _cuts(found: str) -> Iterator[str]:
    """Yield the groups of a number joined up to each: where it ends can't be seen."""
    yield from accumulate(part for part in re.split(r"[\W_]+", found) if part)


def _passes_luhn(number: str) -> bool:
    """Return whether Luhn's check (ISO/IEC 7812) holds."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


_FINDERS: Final = (
    (Kind.EMAIL, 0, _emails),
    (Kind.PHONE, 10, _phones),
    (Kind.NIR, 13, _nirs),
    (Kind.IBAN, 2, _ibans),
    (Kind.CARD, 13, _cards),
)
"""What is looked for, and the digits under which there is none: most texts need no search."""
