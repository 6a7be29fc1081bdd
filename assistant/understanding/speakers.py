"""Who is spoken of, clause by clause: the person who writes, their child, or somebody else."""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from assistant.text import fold
from assistant.understanding.phrases import Phrases

Speaker: TypeAlias = Literal["own", "child", "other"]

_BREAK: Final = re.compile(
    r"[.;:!?,()\n]+|\bmais\b|\bcar\b|\bparce qu[e']|\balors que\b|\bdonc\b"
    r"|\bet (?=(?:moi|je|j'|mon|ma|mes|notre|il|elle|lui)\b)|(?=\bmoi je\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A folded message sorted by whom it is about, clauses parted by ` | `."""

    own: str
    child: str
    other: str


def heard(phrases: Phrases, text: str) -> Speech:
    """Return the message sorted by whom each clause is about; a clause without subject goes on."""
    sorted_out: dict[Speaker, list[str]] = {"own": [], "child": [], "other": []}
    speaker: Speaker = "own"
    for clause in _BREAK.split(phrases.spell_out(fold(text))):
        if bare := " ".join(clause.split()):
            speaker = _speaker(phrases, bare, speaker)
            sorted_out[speaker].append(bare)
    joined = {name: " | ".join(clauses) for name, clauses in sorted_out.items()}
    return Speech(own=joined["own"], child=joined["child"], other=joined["other"])


def _speaker(phrases: Phrases, clause: str, before: Speaker) -> Speaker:
    """Return whom a clause is about."""
    me = phrases.own.search(clause)
    relations: tuple[tuple[Speaker, re.Pattern[str]], ...] = (
        ("child", phrases.child),
        ("other", phrases.other),
    )
    for speaker, pattern in relations:
        named = pattern.search(clause)
        if named and (me is None or named.start() < me.start() or _leads(phrases, clause, named)):
            return speaker
    return "own" if me else before


def _leads(phrases: Phrases, clause: str, named: re.Match[str]) -> bool:
    """Return whether somebody named after "I" is still the one spoken of."""
    return bool(
        phrases.subject.match(clause[named.end() :].lstrip())
        or phrases.lead.search(clause[: named.start()].rstrip())
    )
