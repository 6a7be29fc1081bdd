"""Does a sentence deny or bound what its quotes say otherwise?"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.text import fold
from eval.scorers.content import content
from eval.scorers.lexicon import lexicon
from eval.trace.figures import figures

NOT: Final = "not"
_CLAUSE: Final = re.compile(r"[,;:.!?()\n]+(?!\d)")
_SENTENCE: Final = re.compile(r"[;.!?\n]+(?!\d)")


def turned(text: str, quotes: Iterable[str]) -> list[str]:
    """Return the clauses of a text whose denials or bounds are not those of what they repeat."""
    known = [parts for quote in quotes for parts in _parts(quote)]
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    return [clause.strip() for clause in clauses if not _agrees(clause, text, known)]


def marks(text: str) -> frozenset[str]:
    """Return what a text does to what it says: denies it, or gives its least or its most."""
    folded = fold(text)
    return frozenset(kind for kind, mark in lexicon("marks").items() if re.search(mark, folded))


def _parts(quote: str) -> Iterator[tuple[str, str]]:
    """Yield each clause of a quote with the sentence it stands in."""
    for sentence in _SENTENCE.split(quote):
        for clause in _CLAUSE.split(sentence):
            if clause.strip():
                yield clause, sentence


def _agrees(clause: str, text: str, known: list[tuple[str, str]]) -> bool:
    """Return whether a clause denies and bounds as the clause it repeats, or the whole around it.

    A clause may leave a bound out, and may stand for a whole sentence of its quotes.
    """
    said = marks(clause)
    near = _nearest(clause, known)
    if not near:
        return said <= marks("\n".join(sentence for _, sentence in known))
    held = [marks(part) for pair in near for part in pair]
    return any(_same(said, one) for one in held) or any(
        _same(marks(text), marks(sentence)) for _, sentence in near
    )


def _same(said: frozenset[str], held: frozenset[str]) -> bool:
    """Return whether what is said denies as what is held, and sets no other bound."""
    return (NOT in said) is (NOT in held) and said <= held


def _nearest(clause: str, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the clauses of the quotes that share most with a clause, if any share something."""
    about = content(clause) | figures(clause)
    shared = {pair: len(about & (content(pair[0]) | figures(pair[0]))) for pair in known}
    held = {pair: number for pair, number in shared.items() if number}
    return [pair for pair, number in held.items() if number == max(held.values())]
