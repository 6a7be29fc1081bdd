"""Bodies a text names, so that a subject without a directory can be measured on referral."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from assistant.text import fold
from corpus.model.organisation import Organisation
from eval.trace.observed import NamedBody

Words: TypeAlias = tuple[str, ...]
Forms: TypeAlias = Mapping[str, Sequence[tuple[Words, Sequence[Organisation]]]]
"""Names in words and who bears them, by first word."""

_WORD: Final = re.compile(r"[^\W_]+")
_BRACKETS: Final = re.compile(r"\s*\(([^)]*)\)")
_ARTICLES: Final = frozenset({"la", "le", "les", "l"})
_CALLED: Final = frozenset({"le", "au", "du", "appelez", "composez", "the", "call", "dial"})
_GOES_ON: Final = frozenset({"ou", "et", "pour", "si", "or", "and", "for", "if"})
_SURE_NUMBER: Final = 4
"""A number of so many digits is a help line by itself; `15` may be an age."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text, folded and without its plural, and as it is written."""

    word: str
    written: str
    after: str
    """What stands between this word and the next."""


def bodies_named(text: str, organisations: Iterable[Organisation]) -> tuple[NamedBody, ...]:
    """Return the bodies a text names, in the order of first mention; the longest name wins."""
    tokens = _tokens(text)
    forms = _forms(tuple(organisations))
    found: dict[str, Organisation] = {}
    position = 0
    while position < len(tokens):
        size, bodies = _longest_at(tokens, position, forms)
        found |= {body.id: body for body in bodies if body.id not in found}
        position += size
    return tuple(
        NamedBody(organisation=body.id, name=body.name, kind=body.kind.value)
        for body in found.values()
    )


def _longest_at(
    tokens: Sequence[_Token], start: int, forms: Forms
) -> tuple[int, Sequence[Organisation]]:
    """Return how many words the longest name that begins here has, and who bears it.

    Where no name begins, one word is passed over.
    """
    for words, bodies in forms.get(tokens[start].word, ()):
        size = len(words)
        read = tuple(token.word for token in tokens[start : start + size])
        if read == words and (size > 1 or _is_a_name(tokens, start)):
            return size, bodies
    return 1, ()


def _is_a_name(tokens: Sequence[_Token], at: int) -> bool:
    """Return whether a lone word is the name of a body, not an everyday word or a figure."""
    token = tokens[at]
    if not token.word.isdigit():
        return token.written[0].isupper()
    if len(token.word) >= _SURE_NUMBER:
        return True
    called = at > 0 and tokens[at - 1].word in _CALLED
    ends = bool(token.after.strip()) or at + 1 == len(tokens)
    return called and (ends or tokens[at + 1].word in _GOES_ON)


@cache
def _forms(organisations: tuple[Organisation, ...]) -> Forms:
    """Return every name in words, by its first word, the longest first."""
    bearers: dict[Words, list[Organisation]] = {}
    for body in organisations:
        for words in {tuple(token.word for token in _tokens(name)) for name in _names(body)}:
            if words:
                bearers.setdefault(words, []).append(body)
    forms: dict[str, list[tuple[Words, Sequence[Organisation]]]] = {}
    for words in sorted(bearers, key=len, reverse=True):
        forms.setdefault(words[0], []).append((words, bearers[words]))
    return forms


def _names(body: Organisation) -> Iterator[str]:
    """Yield the names of a body: whole, without brackets, the acronym in them, short, others.

    Of the other names, those of one word or with an article (« la région ») are left out: people
    say them of many things.
    """
    yield body.name
    yield body.short
    yield _BRACKETS.sub("", body.name)
    yield from (inner for inner in _BRACKETS.findall(body.name) if inner.isupper())
    for name in body.names:
        words = [token.word for token in _tokens(name)]
        if len(words) > 1 and words[0] not in _ARTICLES:
            yield name


def _tokens(text: str) -> list[_Token]:
    """Return the words of a text."""
    matches = list(_WORD.finditer(text))
    starts = (match.start() for match in matches[1:])
    return [
        _Token(_singular(fold(match[0])), match[0], text[match.end() : next(starts, None)])
        for match in matches
    ]


def _singular(word: str) -> str:
    """Return a word without the mark of its plural."""
    return word[:-1] if len(word) > len("les") and word.endswith("s") else word
