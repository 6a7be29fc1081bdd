"""Sheets for one precise situation, kept away from questions that do not speak of it."""

import re
import tomllib
from dataclasses import astuple, dataclass
from functools import cache
from importlib import resources

from assistant.question import Question
from assistant.text import fold
from corpus.model.document import Passage


@dataclass(frozen=True, slots=True)
class Only:
    """A kind of sheet and the words that call for it."""

    title: re.Pattern[str]
    unless: re.Pattern[str]


@cache
def load_specific() -> tuple[Only, ...]:
    """Return the kinds of sheet of `specific.toml`."""
    file = resources.files("assistant.retrieval") / "specific.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Only(re.compile(o["title"]), re.compile(o["unless"])) for o in table["only"])


def concerns(passage: Passage, question: Question) -> bool:
    """Return whether a passage may be about the person's own situation."""
    title = fold(passage.title)
    called = [only for only in load_specific() if only.title.search(title)]
    if not called:
        return True
    said = " ".join(str(value) for value in astuple(question.profile) if value)
    asked = fold(f"{question.search_text} {said} {' '.join(question.needs)}")
    return any(only.unless.search(asked) for only in called)
