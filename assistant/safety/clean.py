"""A message as it is read from here on: nothing invisible, one space between words."""

import unicodedata
from typing import Final

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Control, format (zero width, direction, tags), private use, surrogates, unassigned."""
_FILLERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
"""Letters and marks that show nothing."""


def clean(text: str) -> str:
    """Return the text in NFKC, without invisible characters, whitespace folded; never raises.

    Length is not cut: limits are the entrance's business. Cleaning twice changes nothing.
    """
    before, cleaned = text, _clean_once(text)
    while cleaned != before:
        before, cleaned = cleaned, _clean_once(cleaned)
    return cleaned


def _clean_once(text: str) -> str:
    """Return one pass; removing a character may let its neighbours compose."""
    normal = unicodedata.normalize("NFKC", text)
    visible = "".join(" " if c.isspace() else c for c in normal if c.isspace() or _shows(c))
    return " ".join(visible.split())


def _shows(character: str) -> bool:
    """Return whether a character is something a reader can see."""
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    invisible = unicodedata.category(character) in _INVISIBLE or character in _FILLERS
    return not (selector or invisible)
