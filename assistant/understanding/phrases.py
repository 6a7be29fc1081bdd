"""The phrases of `person.toml`, compiled, and how a text is read with them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any, Final

from assistant.profile import Need, Profile

_WORDS_BEFORE: Final = 3
"""How far back a negation reaches, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Phrases that state something of the person."""

    says: re.Pattern[str]
    sets: Mapping[str, str | bool]
    keep: bool
    """The phrases carry their own negation."""
    also: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def made_in(self, text: str, guard: "Guard") -> bool:
        """Return whether the text makes this statement of somebody, now."""
        if self.also and not self.also.search(text):
            return False
        if self.unless and guard.lets_through(self.unless, text):
            return False
        return bool(self.says.search(text)) if self.keep else guard.lets_through(self.says, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Words that turn what follows into something else than a statement about now."""

    words: frozenset[str]
    exceptions: tuple[str, ...]

    def lets_through(self, pattern: re.Pattern[str], text: str) -> bool:
        """Return whether the text says the pattern somewhere, plainly and of now."""
        return any(not self._stops(text, match.start()) for match in pattern.finditer(text))

    def _stops(self, text: str, start: int) -> bool:
        """Return whether the words before `start`, in the same clause, undo what follows."""
        clause = text[:start].rpartition("|")[2].strip()
        if clause.endswith(self.exceptions):
            return False
        return any(word in self.words for word in re.split(r"[ ']", clause)[-_WORDS_BEFORE:])


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPhrases:
    """Phrases that state a need, and the vaguer needs it makes superfluous."""

    need: Need
    says: re.Pattern[str]
    over: frozenset[Need]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Every phrase list, compiled."""

    short_forms: Mapping[str, str]
    short_form: re.Pattern[str]
    guard: Guard
    statements: tuple[Statement, ...]
    needs: tuple[NeedPhrases, ...]
    ages: tuple[re.Pattern[str], ...]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    child: re.Pattern[str]
    other: re.Pattern[str]
    own: re.Pattern[str]
    subject: re.Pattern[str]
    lead: re.Pattern[str]
    minor: re.Pattern[str]

    def spell_out(self, folded: str) -> str:
        """Return the text with its short forms spelled out."""
        return self.short_form.sub(lambda match: self.short_forms[match[0]], folded)

    def read_profile(self, text: str) -> Profile:
        """Return what a folded text states; the first statement about a field wins."""
        profile = Profile(age=self.read_age(text))
        for statement in self.statements:
            if _adds(statement.sets, profile) and statement.made_in(text, self.guard):
                profile = profile.completed_by(_profile(statement.sets))
        return profile

    def read_needs(self, text: str) -> tuple[Need, ...]:
        """Return the needs a folded text states, without the ones a more precise need covers."""
        said = [phrases for phrases in self.needs if phrases.says.search(text)]
        covered = frozenset[Need]().union(*(phrases.over for phrases in said))
        return tuple(phrases.need for phrases in said if phrases.need not in covered)

    def read_age(self, text: str) -> int | None:
        """Return the age stated, in years; a duration or a limit is not an age."""
        for match in (m for pattern in self.ages for m in pattern.finditer(text)):
            before, after = text[: match.start(1)].rstrip(), text[match.end(0) :].lstrip()
            if not self.age_before.search(before) and not self.age_after.match(after):
                return int(match[1])
        return None


def _adds(sets: Mapping[str, str | bool], profile: Profile) -> bool:
    """Return whether something is still unknown; a second situation never completes the first."""
    if "situation" in sets and profile.situation is not None:
        return False
    return any(getattr(profile, name) is None for name in sets)


def _profile(sets: Mapping[str, str | bool]) -> Profile:
    """Return the profile a statement sets."""
    known: dict[str, Any] = {f.name: sets.get(f.name) for f in fields(Profile)}
    return Profile(**known)


@cache
def load_phrases() -> Phrases:
    """Return the phrases of `person.toml`, compiled once."""
    file = resources.files("assistant.understanding") / "person.toml"
    table = _named(tomllib.loads(file.read_text(encoding="utf-8")))
    guard, about, age = table["guard"], table["about"], table["age"]
    return Phrases(
        short_forms=table["sms"],
        short_form=_whole(re.escape(form) for form in sorted(table["sms"], key=len, reverse=True)),
        guard=Guard(
            words=frozenset((*guard["negation"], *guard["elsewhere"])),
            exceptions=tuple(guard["except"]),
        ),
        statements=tuple(_statement(entry) for entry in table["statement"]),
        needs=tuple(_need(entry) for entry in table["need"]),
        ages=tuple(re.compile(says) for says in age["says"]),
        age_before=re.compile(rf"(?<![a-z0-9])(?:{'|'.join(age['before'])})$"),
        age_after=_start(age["after"]),
        child=_whole(about["child"]),
        other=_whole(about["other"]),
        own=_whole(about["self"]),
        subject=_start(about["subject"]),
        lead=re.compile(rf"(?<![a-z0-9])(?:{'|'.join(about['lead'])})$"),
        minor=_whole(about["minor"]),
    )


def _named(table: dict[str, Any]) -> dict[str, Any]:
    """Return the table with every `{name}` replaced by the phrases of that name."""
    names: dict[str, str] = {}
    for name, says in table["phrases"].items():
        names[f"{{{name}}}"] = f"(?:{'|'.join(says)})"
    return {key: _replaced(value, names) for key, value in table.items()}


def _replaced(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any TOML value
    """Return a TOML value in which every string has its names replaced."""
    if isinstance(value, dict):
        return {key: _replaced(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, names) for inner in value]
    if not isinstance(value, str):
        return value
    for name, phrases in names.items():
        value = value.replace(name, phrases)
    return value


def _statement(entry: Mapping[str, Any]) -> Statement:
    """Return one compiled statement."""
    return Statement(
        says=_whole(entry["says"]),
        sets=entry["sets"],
        keep=entry.get("keep", False),
        also=_whole(entry["also"]) if "also" in entry else None,
        unless=_whole(entry["unless"]) if "unless" in entry else None,
    )


def _need(entry: Mapping[str, Any]) -> NeedPhrases:
    """Return one compiled need."""
    return NeedPhrases(
        need=Need(entry["need"]),
        says=_whole(entry["says"]),
        over=frozenset(Need(name) for name in entry.get("over", ())),
    )


def _whole(says: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for phrases, each on word boundaries."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(says)})(?![a-z0-9])")


def _start(says: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for phrases that open a text."""
    return re.compile(rf"(?:{'|'.join(says)})(?![a-z0-9])")
