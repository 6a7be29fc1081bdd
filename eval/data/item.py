"""One labelled message; its split is decided by its words alone, before any result is seen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant.text import words
from corpus.model.errors import InputError

REQUIRED: Final = ("id", "text", "language", "public", "theme", "register", "expected", "origin")
KNOWN: Final = (*REQUIRED, "history", "department", "difficulty", "author", "review", "note")
DEVELOPMENT: Final = "development"
TEST: Final = "test"
_TEST_SHARE: Final = 60
"""Items in a hundred that go to the test split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A message as somebody would write it, with what a right reply is."""

    id: str
    text: str
    history: tuple[str, ...]
    language: str
    public: str
    department: str
    theme: str
    register: str
    difficulty: str
    expected: Mapping[str, Any]
    origin: str
    """What the label rests on: never what the assistant said."""
    review: str

    @property
    def split(self) -> str:
        """Return `development` or `test`, by hash of the words: no edit of another item moves it.

        Case, accents and punctuation do not count, so that retyping an item keeps its split.
        """
        spoken = " ".join(words(" ".join((*self.history, self.text))))
        digest = int(hashlib.sha256(spoken.encode()).hexdigest()[:8], 16)
        return TEST if digest % 100 < _TEST_SHARE else DEVELOPMENT


def read_items(path: Path) -> list[Item]:
    """Return the items of a JSONL file.

    Raises:
        InputError: naming the file and the line.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_item(path, number, line) for number, line in enumerate(lines, start=1)]


def _item(path: Path, number: int, line: str) -> Item:
    """Return one line as an item."""
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(path, error.msg, f"ligne {number}") from error
    if not isinstance(values, dict):
        raise InputError(path, "un objet est attendu", f"ligne {number}")
    missing = [key for key in REQUIRED if not values.get(key)]
    unknown = [key for key in values if key not in KNOWN]
    if missing or unknown:
        reason = f"champs manquants {missing}, inconnus {unknown}"
        raise InputError(path, reason, f"ligne {number}")
    return Item(
        id=values["id"],
        text=values["text"],
        history=tuple(values.get("history") or ()),
        language=values["language"],
        public=values["public"],
        department=values.get("department") or "",
        theme=values["theme"],
        register=values["register"],
        difficulty=values.get("difficulty") or "medium",
        expected=values["expected"],
        origin=values["origin"],
        review=values.get("review") or "draft",
    )
