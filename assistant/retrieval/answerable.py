"""Abstention: whether the evidence is worth composing from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.evidence import Evidence
from assistant.question import Intent, Question

_OURS: Final = frozenset(
    {Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.BECOME, Intent.SUBJECT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Compose only when the records likely answer; `thresholds` are by kind of question."""

    thresholds: Mapping[str, float]

    def __call__(self, question: Question, evidence: Evidence) -> bool:
        """Return whether to compose; how to enter an occupation that has a sheet always is."""
        if evidence.hits and evidence.subjects and Intent.BECOME in question.intents:
            return True
        kind = "sheet" if evidence.subjects else "ours" if question.intents & _OURS else "other"
        return bool(evidence.hits) and evidence.confidence >= self.thresholds[kind]


@cache
def load_thresholds(every: float | None = None) -> Mapping[str, float]:
    """Return the thresholds of `thresholds.toml`, or `every` for each of its kinds."""
    file = resources.files("assistant.retrieval") / "thresholds.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {k: float(v) if every is None else every for k, v in table["confidence"].items()}
