"""The parts of a message that asks several things: each is searched on its own too."""

import re
from typing import Final

from assistant.text import words

_BETWEEN: Final = re.compile(r"[?!.;:…\n]+")
_FEWEST: Final = 4
"""Words under which a part means too little alone."""


def parts(text: str, most: int) -> tuple[str, ...]:
    """Return the parts of a message, the first `most` that mean something; none when it is one."""
    found = [part.strip() for part in _BETWEEN.split(text) if len(words(part)) >= _FEWEST]
    return tuple(found[:most]) if len(found) > 1 else ()
