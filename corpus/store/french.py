"""Words of a French text as the word indexes compare them; documents and queries go through it."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

LONGEST_WORD: Final = 40

_WORD: Final = re.compile(r"[^\W_]+")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})

# Written without accents, as they are compared. A lone letter is never a word here: it is an
# elision (l’, d’), a gender ending (salarié·e·s) or an apostrophe left out (c est).
_STOP_WORDS: Final = frozenset(
    Path(__file__).with_name("french_stop_words.txt").read_text(encoding="utf-8").split()
)

_PLURAL: Final = re.compile(r"(?<=.{3})[sx]$")
_MUTE: Final = re.compile(r"(?<=.{4})(?:e?r|e)$")
_DOUBLED: Final = re.compile(r"(?<=.{3})(.)\1$")

# The feminine of a trade becomes its masculine, so that one finds the other. Snowball’s French
# stemmer does it only where the accent is written (infirmière, not infirmiere), and reads the
# plural of conseiller apart from its singular.
_MASCULINE: Final = (
    (re.compile(r"(?<=.{3}i)eres?$"), "er"),
    (re.compile(r"(?<=.{2}(?:g|h|l))eres?$"), "er"),
    (re.compile(r"(?<=.{3})trices?$"), "teur"),
    (re.compile(r"(?<=.{2}[^i])eu(?:ses?|x)$"), "eur"),
    (re.compile(r"(?<=.{3})ees?$"), "e"),
    (re.compile(r"(?<=.{3})ers$"), "er"),
)


def fold(text: str) -> str:
    """Return `text` in lower case without accents; ligatures are spelled out."""
    spelled = text.translate(_LIGATURES)
    if not spelled.isascii():
        decomposed = unicodedata.normalize("NFKD", spelled)
        spelled = "".join(c for c in decomposed if not unicodedata.combining(c))
    return spelled.lower()


def words(text: str) -> list[str]:
    """Return the telling words of `text`, folded, trades in the masculine; any string is valid."""
    found = _WORD.findall(fold(text))
    return [_masculine(word) for word in found if _tells(word)]


def light_stem(word: str) -> str:
    """Return a folded word without its plural and mute ending: `eleveurs` gives `eleveur`."""
    return _DOUBLED.sub(r"\1", _MUTE.sub("", _PLURAL.sub("", word)))


def _tells(word: str) -> bool:
    if len(word) == 1:
        return word.isdigit()
    return len(word) <= LONGEST_WORD and word not in _STOP_WORDS


@lru_cache(maxsize=65_536)
def _masculine(word: str) -> str:
    for ending, masculine in _MASCULINE:
        changed, count = ending.subn(masculine, word)
        if count:
            return changed
    return word
