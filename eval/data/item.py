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
OPTIONAL: Final = ("history", "department", "difficulty", "author", "review", "reviewer", "note")
KNOWN: Final = (*REQUIRED, *OPTIONAL)
DEVELOPMENT: Final = "development"
TEST: Final = "test"
_TYPES: Final[Mapping[str, type]] = {"history": list, "expected": dict}
"""What a field holds when it is not a text."""
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
    author: str = ""
    reviewer: str = ""
    """Who read the label again; empty for a draft."""
    note: str = ""

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
    return [read_item(line, path, number) for number, line in enumerate(lines, start=1)]


def read_item(line: str, path: Path, number: int = 1) -> Item:
    """Return one line of a file as an item.

    Raises:
        InputError: naming the file and the line.
    """
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(path, error.msg, f"ligne {number}") from error
    if not isinstance(values, dict):
        raise InputError(path, "un objet est attendu", f"ligne {number}")
    missing = [key for key in REQUIRED if not values.get(key)]
    unknown = [key for key in values if key not in KNOWN]
    wrong = [k for k, v in values.items() if v and not isinstance(v, _TYPES.get(k, str))]
    if missing or unknown or wrong:
        reason = f"champs manquants {missing}, inconnus {unknown}, d'un autre type {wrong}"
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
        author=values.get("author") or "",
        reviewer=values.get("reviewer") or "",
        note=values.get("note") or "",
    )
