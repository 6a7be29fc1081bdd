"""Abstention: whether the evidence is worth composing from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.evidence import Evidence
from assistant.question import Intent, Question
from corpus.model.document import Aspect

_OURS: Final = frozenset(
    {Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.BECOME, Intent.SUBJECT}
)

_ALWAYS: Final = frozenset({Aspect.PAY, Aspect.OUTLETS})
"""What a sheet always tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Compose only when the records likely answer; `thresholds` are by kind of question."""

    thresholds: Mapping[str, float]

    def __call__(self, question: Question, evidence: Evidence) -> bool:
        """Return whether to compose.

        What every sheet tells of its occupation always is; what only a sheet tells never is of an
        occupation without one.
        """
        if not evidence.hits or _only_a_sheet_tells(question, evidence):
            return False
        if evidence.subjects and _every_sheet_tells(question):
            return True
        kind = "sheet" if evidence.subjects else "ours" if question.intents & _OURS else "other"
        return evidence.confidence >= self.thresholds[kind]


def _every_sheet_tells(question: Question) -> bool:
    """Return whether a message asks how to enter an occupation, its pay or its outlets."""
    told = not question.broad and not _ALWAYS.isdisjoint(question.aspects)
    return told or Intent.BECOME in question.intents


def _only_a_sheet_tells(question: Question, evidence: Evidence) -> bool:
    """Return whether a message only asks the pay of an occupation that has no sheet."""
    if evidence.subjects or not question.named or question.needs:
        return False
    return question.aspects == (Aspect.PAY,) and Intent.SCHEME not in question.intents


@cache
def load_thresholds(every: float | None = None) -> Mapping[str, float]:
    """Return the thresholds of `thresholds.toml`, or `every` for each of its kinds."""
    file = resources.files("assistant.retrieval") / "thresholds.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {k: float(v) if every is None else every for k, v in table["confidence"].items()}
