"""How likely it is that the records answer a message: a score fitted on examples of both sides.

Four things speak: a line drawn in the space of the embedder, the words of the message, how near the
nearest question that a passage answers is, and how near the nearest message that no record answers.
`python -m eval.fitting answerable` learns it again.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What is known of a message once the lists were searched."""

    text: str
    """The message without what tells only who asks."""
    vector: Vector
    asked: float
    """Cosine of the nearest question that a passage kept answers."""
    beyond: float
    """Cosine of the nearest message that no record answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceModel:
    """What was learnt; each part adds to the score, 0 being the middle."""

    embedder: str
    """Fingerprint of the embedder it was fitted with; with another one words alone speak."""
    line: Vector
    """Shape `(dimension,)`."""
    line_bias: float
    words: Mapping[str, float]
    words_bias: float
    nearness: float
    """Weight of the difference between the two cosines."""
    slope: float
    offset: float
    """From the score to log-odds: `slope * score + offset`."""

    def score(self, signs: Signs, terms: Sequence[str]) -> float:
        """Return the score of a message, given its telling words."""
        meaning = float(signs.vector @ self.line) + self.line_bias
        near = self.nearness * (signs.asked - signs.beyond)
        return meaning + self.worded(terms) + near

    def worded(self, terms: Sequence[str]) -> float:
        """Return what the words say; words seen in no example say nothing."""
        known = [self.words[term] for term in dict.fromkeys(terms) if term in self.words]
        return sum(known) / math.sqrt(len(known) or 1) + self.words_bias

    def probability(self, score: float) -> float:
        """Return the share of messages with this score that the records answer."""
        return _chance(self.slope * score + self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """Give the probability that the records answer a message."""

    model: ConfidenceModel
    terms: Callable[[str], Sequence[str]]
    fitted: bool
    """Whether the embedder is the one the model was fitted with."""

    def __call__(self, signs: Signs) -> float:
        """Return a probability, 0 to 1."""
        terms = self.terms(signs.text)
        if not self.fitted:
            return _chance(self.model.worded(terms))
        return self.model.probability(self.model.score(signs, terms))


def _chance(odds: float) -> float:
    """Return the probability of log-odds, those too large to be told apart held in bounds."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


@cache
def load_confidence() -> ConfidenceModel:
    """Return the model of `confidence_model.json`."""
    file = resources.files("assistant.retrieval") / "confidence_model.json"
    return read_confidence(file.read_text(encoding="utf-8"))


def read_confidence(text: str) -> ConfidenceModel:
    """Return a model written by `write_confidence`."""
    held = json.loads(text)
    return ConfidenceModel(**held | {"line": np.asarray(held["line"], np.float32)})


def write_confidence(model: ConfidenceModel) -> str:
    """Return a model as JSON, four decimals a number, one word a line."""
    held = {
        "embedder": model.embedder,
        "line_bias": round(model.line_bias, 4),
        "words_bias": round(model.words_bias, 4),
        "nearness": model.nearness,
        "slope": round(model.slope, 4),
        "offset": round(model.offset, 4),
        "line": [round(float(number), 4) for number in model.line],
        "words": {word: round(weight, 3) for word, weight in sorted(model.words.items())},
    }
    return json.dumps(held, ensure_ascii=False, indent=0) + "\n"
