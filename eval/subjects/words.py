"""Prompts and names of the other subjects, and their text cut into sentences."""

import hashlib
import re
from importlib.resources import files
from typing import Final

from ingest.sentences import spans

_NOT_IN_NAMES: Final = re.compile(r"[^\w.]+")


def file_name(text: str) -> str:
    """Return a text as a file may be named: `org/model:1b` becomes `org-model-1b`."""
    return _NOT_IN_NAMES.sub("-", text).strip("-.") or "subject"


def read_prompt(name: str) -> str:
    """Return the prompt kept in `eval/subjects/prompts/`."""
    return files("eval.subjects").joinpath("prompts", f"{name}.fr.txt").read_text("utf-8").strip()


def prompt_version(name: str) -> str:
    """Return what changes when a prompt does."""
    return hashlib.sha256(read_prompt(name).encode()).hexdigest()[:12]


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, as they are written; a line break ends one."""
    return tuple(span.of(text) for span in spans(text))
