"""What a text is about: the stems of its content words."""

from typing import Final

from assistant.text import words
from eval.scorers.lexicon import listed
from eval.trace.figures import patterns

_STEM: Final = 5
"""Letters by which two words are the same one inflected."""
_SHORT: Final = 3
"""Letters under which a word tells nothing."""


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a text is about, figures and bounds apart."""
    stop = listed("stop") | listed("bounds") | patterns("spelled").keys()
    telling = (w for w in words(text) if len(w) >= _SHORT and w not in stop and not w.isdigit())
    return frozenset(word.rstrip("sx")[:_STEM] for word in telling)


def stands_in(text: str, other: str) -> bool:
    """Return whether a text stands in another, spaces, case and the last full stop apart."""
    return _even(text) in _even(other)


def _even(text: str) -> str:
    """Return a text as it is compared whole."""
    return " ".join(text.split()).rstrip(" .").lower()
