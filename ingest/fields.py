"""Reading a TOML table field by field: every problem is noted, none stops the reading."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_FULL_LENGTH = len("2024-06-25")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fields:
    """One table; reading a wrong field notes a problem and returns an empty value."""

    table: Mapping[str, object]
    where: str
    problems: list[Problem]
    read: set[str] = field(default_factory=set)

    def text(self, key: str) -> str:
        """Return a required, non-empty text."""
        value = self._get(key)
        if value is None:
            self.note(key, "champ manquant")
            return ""
        if not isinstance(value, str) or not value.strip():
            self.note(key, "texte non vide attendu")
            return ""
        return value

    def optional_text(self, key: str) -> str | None:
        """Return a text, or nothing when the field is absent."""
        return self.text(key) if key in self.table else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty when the field is absent."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.note(key, "liste de textes attendue")
            return ()
        return tuple(value)

    def integer(self, key: str) -> int:
        """Return a required whole number, never negative."""
        value = self.optional_integer(key)
        if value is None and key not in self.table:
            self.note(key, "champ manquant")
        return value or 0

    def optional_integer(self, key: str) -> int | None:
        """Return a whole number, never negative, or nothing when the field is absent."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.note(key, "nombre entier positif attendu")
            return None
        return value

    def share(self, key: str, default: float) -> float:
        """Return a number between 0 and 1."""
        value = self._get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.note(key, "nombre entre 0 et 1 attendu")
            return default
        return float(value)

    def flag(self, key: str) -> bool | None:
        """Return a truth value, or nothing when the field is absent."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            self.note(key, "true ou false attendu")
            return None
        return value

    def day(self, key: str) -> date:
        """Return a required full date."""
        text = self.partial_date(key)
        if len(text) == _FULL_LENGTH:
            return date.fromisoformat(text)
        if text:
            self.note(key, "date complète attendue (AAAA-MM-JJ)")
        elif not any(problem.where == self.at(key) for problem in self.problems):
            self.note(key, "champ manquant")
        return date.min

    def partial_date(self, key: str) -> str:
        """Return an ISO date, possibly `2024` or `2024-06`; empty when the field is absent."""
        value = self._get(key)
        if value is None:
            return ""
        text = value.isoformat() if isinstance(value, date) else value
        if not isinstance(text, str) or not _is_partial_date(text):
            self.note(key, f"date attendue (AAAA-MM-JJ), trouvé {text!r}")
            return ""
        return text

    def choice(self, key: str, values: type[E]) -> E:
        """Return a required member of an enumeration."""
        text = self.text(key)
        if text in set(values):
            return values(text)
        if text:
            self.note(key, f"valeur inconnue {text!r} ; connues : {', '.join(values)}")
        return next(iter(values))

    def part(self, key: str) -> "Fields":
        """Return the table under a key, empty when the field is absent."""
        value = self._get(key)
        if value is not None and not isinstance(value, dict):
            self.note(key, "table attendue")
        return Fields(value if isinstance(value, dict) else {}, self.at(key), self.problems)

    def parts(self, key: str) -> Sequence["Fields"]:
        """Return the tables of a list, empty when the field is absent."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.note(key, f"liste de tables attendue ([[{key}]])")
            return ()
        return [
            Fields(item, f"{self.at(key)}[{number}]", self.problems)
            for number, item in enumerate(value, start=1)
        ]

    def named_parts(self, key: str) -> Mapping[str, "Fields"]:
        """Return the tables under a table, by name."""
        group = self.part(key)
        return {name: group.part(name) for name in group.table}

    def closed(self, made: T) -> T:
        """Return what was made of the fields, once every field nobody has read is noted."""
        self.refuse_unknown()
        return made

    def refuse_unknown(self) -> None:
        """Note every field nobody has read."""
        for key in self.table:
            if key not in self.read:
                self.note(key, "champ inconnu")

    def at(self, key: str) -> str:
        """Return the full name of a field."""
        return f"{self.where}.{key}" if self.where else key

    def note(self, key: str, reason: str) -> None:
        """Note a problem found by the caller."""
        self.problems.append(Problem(self.at(key), reason))

    def _get(self, key: str) -> object | None:
        self.read.add(key)
        return self.table.get(key)


def told(problems: Sequence[Problem]) -> tuple[str, str]:
    """Return the first field at fault, and every reason in one sentence."""
    first, *others = problems
    reasons = [first.reason, *(f"{problem.where} : {problem.reason}" for problem in others)]
    return first.where, " ; ".join(reasons)


def _is_partial_date(text: str) -> bool:
    if not _PARTIAL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:_FULL_LENGTH])
    except ValueError:
        return False
    return True
