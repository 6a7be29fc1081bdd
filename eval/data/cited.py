"""What a label rests on and names: does it exist, and what does it say?"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from pydantic import ValidationError

from eval.data.expected import read_expected
from eval.data.item import Item
from eval.data.known import Corpus, Statement
from eval.data.problem import Kind, Problem

_FACT: Final = re.compile(r"\bfacts:([a-z]+-\d+)")
_CASE: Final = re.compile(r"\bC\d{3}\b")
_RULE: Final = re.compile(r"\b[A-Z]\d{2,3}_[a-z]\w*")
_OURS: Final = re.compile(r"\brules:(\w+)")
_FILE: Final = re.compile(r"\bspro_\w+/[\w/-]+\.toml")
_STATEMENTS: Final = re.compile(
    r"\b(spro_\w+/[\w/-]+\.toml)(?::| statements? )(\d+(?:, ?\d+)*)(?: \((\w+)\))?"
)
"""A sheet, the numbers of its statements, and perhaps what they are about."""
_ASIDE: Final = re.compile(r"(?<![\w/-])([a-z0-9-]+)#(\d+)")
"""The name of a sheet and the number of a statement."""


def quoted(origin: str, corpus: Corpus) -> Iterator[str]:
    """Yield what an origin cites, in the words of the source; what is not at hand is left out."""
    yield from dict.fromkeys(text for _, text in _cited(origin, corpus) if text)


def lost_origins(items: Collection[Item], corpus: Corpus) -> Iterator[Problem]:
    """Yield what items cite as their origin and that does not exist, where it can be checked."""
    for item in items:
        for lost in dict.fromkeys(key for key, text in _cited(item.origin, corpus) if text is None):
            yield Problem(kind=Kind.LOST, items=(item.id,), detail=lost)


def unknown_ids(dataset: str, items: Collection[Item], corpus: Corpus) -> Iterator[Problem]:
    """Yield bodies, records and values that labels expect and the corpus does not hold.

    A label that can't be read is the business of `validate`.
    """
    for item in items:
        try:
            expected = read_expected(item, dataset)
        except ValidationError:
            continue
        values = {(fact.property, fact.value) for fact in expected.facts()}
        unknown = {
            *(set(expected.bodies()) - corpus.bodies.keys()),
            *(set(expected.records()) - corpus.records),
            *(" = ".join(value) for value in values - corpus.figures),
        }
        for one in sorted(unknown):
            yield Problem(kind=Kind.UNKNOWN, items=(item.id,), detail=one)


def _cited(origin: str, corpus: Corpus) -> Iterator[tuple[str, str | None]]:
    """Yield each id cited with its words; `None` when it does not exist.

    Ids of the facts are looked up only where the facts are given.
    """
    for rule in _OURS.findall(origin):
        yield rule, corpus.rules.get(rule)
    if (beside := corpus.beside) is not None:
        yield from ((fact, beside.facts.get(fact)) for fact in _FACT.findall(origin))
        yield from ((case, beside.cases.get(case)) for case in _CASE.findall(origin))
        known = dict.fromkeys(beside.rules, "") | dict(corpus.rules)
        yield from ((rule, known.get(rule)) for rule in _RULE.findall(origin))
    for path in _FILE.findall(origin):
        yield path, "" if path in corpus.files else None
    for path, numbers, aspect in _STATEMENTS.findall(origin):
        for number in map(int, numbers.split(",")):
            found = _said(number, corpus.statements.get(path, ()), aspect)
            yield f"{path}:{number} {aspect}".strip(), found
    by_name = _by_name(corpus)
    for name, number in _ASIDE.findall(origin):
        yield f"{name}#{number}", _said(int(number), by_name.get(name, ()), "")


def _by_name(corpus: Corpus) -> Mapping[str, tuple[Statement, ...]]:
    """Return the statements of a sheet by the name of its file."""
    return {
        path.rpartition("/")[2].removesuffix(".toml"): held
        for path, held in corpus.statements.items()
    }


def _said(number: int, statements: tuple[Statement, ...], aspect: str) -> str | None:
    """Return the words of a statement; `None` when no such number is about this."""
    if not 1 <= number <= len(statements):
        return None
    found = statements[number - 1]
    return found.text if aspect in {"", found.aspect} else None
