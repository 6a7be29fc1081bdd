"""Phone numbers and addresses of messages: only those reserved for fiction are nobody's."""

import re
from collections.abc import Iterator
from typing import Final

from eval.data.item import Item
from eval.data.problem import Kind, Problem

FICTION: Final = ("19900", "26191", "35301", "46571", "53649", "63998")
"""National numbers kept for works of fiction: Arcep, decision 2018-0881 of 24 July 2018."""
DOMAINS: Final = ("example.com", "example.net", "example.org", ".example", ".invalid", ".test")
"""Domains kept for documentation and tests: RFC 2606 and 6761."""
_PHONE: Final = re.compile(
    r"(?<![\w+])(?<!\d[ .-])(?:(?:\+|00 ?)33[ .-]?(?:\(0\))?|0)"
    r"([1-9](?:[ .-]?\d\d){4})(?!\w)(?![ .-]\d)"
)
"""A French number written in pairs, that is no part of a longer one."""
_MAIL: Final = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


def perhaps_real(item: Item) -> Iterator[Problem]:
    """Yield phone numbers and mail addresses that may be somebody's."""
    said = "\n".join((*item.history, item.text))
    for found in _PHONE.finditer(said):
        digits = re.sub(r"\D", "", found[1])
        if not digits.startswith(FICTION) and digits[1:].strip("0"):
            yield Problem(kind=Kind.REAL, items=(item.id,), detail=found[0])
    for found in _MAIL.finditer(said):
        if not f".{found[1].lower()}".endswith(tuple(_under(domain) for domain in DOMAINS)):
            yield Problem(kind=Kind.REAL, items=(item.id,), detail=found[0])


def _under(domain: str) -> str:
    """Return the end of every name in a domain."""
    return domain if domain.startswith(".") else f".{domain}"
