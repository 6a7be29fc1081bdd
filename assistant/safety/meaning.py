"""Danger recognised by meaning, where no word of the lexicon says it.

A line drawn between examples of danger and examples of none, in the space of the embedder. The
examples are in `danger_examples.jsonl`; `python -m eval.fitting danger` draws the line again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.safety.clean import clean
from assistant.safety.crisis import Danger, DetectCrisis, Topic, alarms

Vector = NDArray[np.float32]

_NEAREST: Final = 2
"""Kinds of danger whose lines are given: a message rarely tells one kind from its neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DangerModel:
    """What was learnt: a direction, and a centre for each kind of danger."""

    embedder: str
    """Fingerprint of the embedder it was fitted with; with another it means nothing."""
    weights: Vector
    """Shape `(dimension,)`."""
    bias: float
    alarm: float
    """Score from which help lines come first."""
    soft: float
    """Score from which a gentle word is due."""
    topics: Mapping[Topic, Vector]
    """Unit vectors, shape `(dimension,)`."""

    def score(self, vector: Vector) -> float:
        """Return how far on the side of danger a message stands; 0 is the line."""
        return float(vector @ self.weights) + self.bias

    def nearest(self, vector: Vector) -> tuple[Topic, ...]:
        """Return the kinds of danger nearest to a message, nearest first."""
        return tuple(sorted(self.topics, key=lambda t: -float(vector @ self.topics[t])))[:_NEAREST]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectDanger:
    """The lexicon first, whose words are sure; then meaning, where it hears nothing."""

    words: DetectCrisis
    embed: Callable[[str], Vector]
    without_asides: Callable[[str], str]
    """Takes out what tells only who writes: a first name must not weigh here."""
    model: DangerModel

    def __call__(self, text: str) -> tuple[Danger, ...]:
        """Return the dangers said or meant, alarms first."""
        said = self.words(text)
        read = self.without_asides(clean(text))
        if alarms(said) or not any(character.isalpha() for character in read):
            return said
        vector = self.embed(read)
        score = self.model.score(vector)
        if score < self.model.soft:
            return said
        if score < self.model.alarm:
            return said or self.words.weariness()
        return (*self.words.meant(self.model.nearest(vector), text), *said)


def detecting(
    words: DetectCrisis,
    fingerprint: str,
    embed: Callable[[str], Vector],
    without_asides: Callable[[str], str],
) -> Callable[[str], Sequence[Danger]]:
    """Return the step for an embedder; the lexicon alone where the model is of another embedder."""
    model = load_model()
    if model.embedder != fingerprint:
        return words
    return DetectDanger(words=words, embed=embed, without_asides=without_asides, model=model)


@cache
def load_model() -> DangerModel:
    """Return the model of `danger_model.json`."""
    file = resources.files("assistant.safety") / "danger_model.json"
    return read_model(file.read_text(encoding="utf-8"))


def read_model(text: str) -> DangerModel:
    """Return a model written by `write_model`."""
    held = json.loads(text)
    return DangerModel(
        embedder=held["embedder"],
        weights=np.asarray(held["weights"], np.float32),
        bias=held["bias"],
        alarm=held["alarm"],
        soft=held["soft"],
        topics={Topic(t): np.asarray(v, np.float32) for t, v in held["topics"].items()},
    )


def write_model(model: DangerModel) -> str:
    """Return a model as JSON, four decimals a number."""
    held = {
        "embedder": model.embedder,
        "bias": round(model.bias, 4),
        "alarm": model.alarm,
        "soft": model.soft,
        "weights": _rounded(model.weights),
        "topics": {topic.value: _rounded(vector) for topic, vector in model.topics.items()},
    }
    return json.dumps(held) + "\n"


def _rounded(vector: Vector) -> list[float]:
    """Return the numbers of a vector, four decimals each."""
    return [round(float(number), 4) for number in vector]
