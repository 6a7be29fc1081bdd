"""Does a message go on with the subject of the talk, or open one of its own?

Learnt from talks written for it (`talks.jsonl`): the words and pairs of words of a message, whether
it names a scheme or asks something, and a line drawn in the space of the embedder.
`python -m eval.fitting continuing` learns it again.
"""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.question import Intent, Question
from assistant.text import fold

Vector = NDArray[np.float32]

_WORD: Final = re.compile(r"[a-z0-9]+")
_START: Final = "^"
"""Stands before the first word: how a message begins tells much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuingModel:
    """What was learnt; over 0 a message goes on with the subject."""

    embedder: str
    """Fingerprint of the embedder it was fitted with; with another one only the words speak."""
    line: Vector
    """Shape `(dimension,)`."""
    line_bias: float
    words: Mapping[str, float]
    """Weights of words and of pairs of words."""
    scheme: float
    """What naming a scheme adds."""
    asks: float
    """What asking about an aspect (pay, length…) adds."""
    bias: float

    def score(self, question: Question, vector: Vector | None) -> float:
        """Return the score of a message; `vector` is its own, if the embedder is the one known."""
        meant = 0.0 if vector is None else float(vector @ self.line) + self.line_bias
        known = [self.words[gram] for gram in set(grams(question.text)) if gram in self.words]
        said = sum(sorted(known)) / math.sqrt(len(known) or 1)
        scheme, asks = signs(question)
        return meant + said + scheme * self.scheme + asks * self.asks + self.bias


@dataclass(frozen=True, slots=True, kw_only=True)
class Continues:
    """Tell whether a message that names no occupation goes on with the one before."""

    model: ContinuingModel
    embed: Callable[[str], Vector] | None
    """Absent when the embedder is not the one the model was fitted with."""

    def __call__(self, question: Question) -> bool:
        """Return whether an earlier subject is needed to understand `question`."""
        vector = self.embed(question.text) if self.embed else None
        return self.model.score(question, vector) > 0


def grams(text: str) -> Iterator[str]:
    """Yield the words of a message and its pairs of words, the first one marked."""
    found = _WORD.findall(fold(text))
    yield from found
    for one, other in pairwise([_START, *found]):
        yield f"{one} {other}"


def signs(question: Question) -> tuple[bool, bool]:
    """Return whether a message names a scheme, and whether it asks about an aspect."""
    return Intent.SCHEME in question.intents, bool(question.aspects)


@cache
def load_continuing() -> ContinuingModel:
    """Return the model of `continuing_model.json`."""
    file = resources.files("assistant.understanding") / "continuing_model.json"
    return read_continuing(file.read_text(encoding="utf-8"))


def read_continuing(text: str) -> ContinuingModel:
    """Return a model written by `write_continuing`."""
    held = json.loads(text)
    return ContinuingModel(**held | {"line": np.asarray(held["line"], np.float32)})


def write_continuing(model: ContinuingModel) -> str:
    """Return a model as JSON, four decimals a number, one word a line."""
    held = {
        "embedder": model.embedder,
        "bias": round(model.bias, 4),
        "scheme": round(model.scheme, 4),
        "asks": round(model.asks, 4),
        "line_bias": round(model.line_bias, 4),
        "line": [round(float(number), 4) for number in model.line],
        "words": {word: round(weight, 3) for word, weight in sorted(model.words.items())},
    }
    return json.dumps(held, ensure_ascii=False, indent=0) + "\n"
