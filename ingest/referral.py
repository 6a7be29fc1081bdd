"""Referral rules may only name bodies the directory holds."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError
from corpus.model.referral import Rule
from ingest.fields import Problem, told

_NAME: Final = re.compile(r"[\w-]+")
_EFFECTS: Final = ("add", "remove", "only", "to_check", "others")


def refuse_unknown_bodies(
    rules: Sequence[Rule], known: Collection[str], files: Sequence[Path]
) -> None:
    """Raise InputError naming the file, the rule and the field of every unknown body.

    `files` are those the rules were read from; a body nobody knows would silently leave answers.
    """
    found = [
        (_file_of(rule, body, files), problem) for rule, body, problem in _unknown(rules, known)
    ]
    for path, group in groupby(found, key=lambda one: one[0]):
        where, reason = told([problem for _, problem in group])
        raise InputError(path, reason, where)


def _unknown(rules: Sequence[Rule], known: Collection[str]) -> Iterator[tuple[Rule, str, Problem]]:
    for rule in rules:
        for effect in _EFFECTS:
            for body in getattr(rule.then, effect):
                if body not in known:
                    where = f"règle {rule.id}, then.{effect}"
                    yield rule, body, Problem(where, f"organisme inconnu {body!r}")


def _file_of(rule: Rule, body: str, files: Sequence[Path]) -> Path:
    """Return the file that holds both names: a rule does not remember where it was read."""
    for path in files:
        words = set(_NAME.findall(path.read_text(encoding="utf-8", errors="replace")))
        if {rule.id, body} <= words:
            return path
    return files[0]
