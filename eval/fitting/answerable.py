"""How likely the records answer a message, learnt from examples of both sides.

Learnt from questions written for our statements and from messages that nothing answers; brought to
probabilities on the development split. The test split is never read.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.confidence import ConfidenceModel, Signs
from eval.fitting.bags import LIFT, bags
from eval.fitting.logistic import Matrix, separated

PENALTY: Final = 1.0
SCALE: Final = 10.0
"""The embedder's vectors lie close together: what is learnt is how they differ."""
LEAST: Final = 3
"""Examples that must hold a word for it to count."""
NEARNESS: Final = 250.0
"""Weight of the difference of the two cosines; chosen on the development split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Texts of both sides, and their vectors, one row each."""

    answered: Sequence[str]
    beyond: Sequence[str]
    answered_vectors: NDArray[np.float32]
    beyond_vectors: NDArray[np.float32]

    def signs(self, text: str, vector: NDArray[np.float32]) -> Signs:
        """Return the signs of another message."""
        return Signs(
            text=text,
            vector=vector,
            asked=float((self.answered_vectors @ vector).max()),
            beyond=float((self.beyond_vectors @ vector).max()),
        )


def fit(sides: Sides, terms: Callable[[str], Sequence[str]], fingerprint: str) -> ConfidenceModel:
    """Return the model of these examples, not yet brought to probabilities."""
    vectors = np.concatenate([sides.answered_vectors, sides.beyond_vectors]).astype(np.float64)
    good = np.arange(len(vectors)) < len(sides.answered)
    centre = vectors.mean(axis=0)
    line, bias = separated((vectors - centre) * SCALE, good, PENALTY)
    held = [frozenset(terms(text)) for text in (*sides.answered, *sides.beyond)]
    counts = Counter(term for one in held for term in one)
    known = {term: at for at, term in enumerate(sorted(t for t, n in counts.items() if n >= LEAST))}
    weights, words_bias = separated(bags(held, known), good, PENALTY)
    return ConfidenceModel(
        embedder=fingerprint,
        line=(line * SCALE).astype(np.float32),
        line_bias=bias - float(centre @ line) * SCALE,
        words={term: float(weights[at]) * LIFT for term, at in known.items()},
        words_bias=words_bias,
        nearness=NEARNESS,
        slope=1.0,
        offset=0.0,
    )


def calibrated(scores: Matrix, answerable: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the slope and the offset that turn scores into log-odds (Platt), both sides equal."""
    weights = np.where(answerable, 0.5 / answerable.mean(), 0.5 / (1 - answerable.mean()))
    rows = np.repeat(scores, np.maximum(1, np.rint(weights * 10)).astype(int))
    sides = np.repeat(answerable, np.maximum(1, np.rint(weights * 10)).astype(int))
    slope, offset = separated(rows[:, None], sides, 1e-3)
    return float(slope[0]), offset
