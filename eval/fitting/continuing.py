"""What tells a message that goes on with the subject of a talk from one that opens its own.

Logistic regression with an L2 penalty on talks written for it; how well it does is told on
cross-validated scores. Neither split of the evaluation data is read.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from assistant.question import Question
from assistant.understanding.continuing import ContinuingModel, grams, signs
from corpus.embedding.ports import Embedder
from eval.fitting.bags import LIFT, bags
from eval.fitting.logistic import Matrix, separated

PENALTY: Final = 1.0
SCALE: Final = 5.0
"""The embedder's vectors lie close together: what is learnt is how they differ."""
LEAST: Final = 3
"""Talks that must hold a word for it to count."""
LEAN: Final = 0.65
"""Added to the score: a subject dropped costs a person more than one kept too long."""
FOLDS: Final = 10
SEED: Final = 20261128


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Earlier messages and the last one; `continues` is unknown where it names an occupation."""

    before: tuple[str, ...]
    says: str
    continues: bool | None = None
    occupation: str | None = None
    """Name of the occupation the last message is about; empty for none, absent if not noted."""
    place: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A model, and how well models like it did on talks they were not fitted on."""

    model: ContinuingModel
    kept: float
    """Share of the messages that go on, told so."""
    opened: float
    """Share of the messages that open a subject, told so."""

    @property
    def told(self) -> str:
        """Return the figures, in a line."""
        return f"cross-validated: goes on {self.kept:.3f}, opens a subject {self.opened:.3f}"


def read_talks() -> tuple[Talk, ...]:
    """Return the talks written to learn from."""
    file = resources.files("assistant.understanding") / "talks.jsonl"
    held = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(Talk(**one | {"before": tuple(one["before"])}) for one in held)


def fit(talks: Iterable[Talk], read: Callable[[str], Question], embedder: Embedder) -> Fitted:
    """Return the model of the talks whose last message is told to go on or not."""
    known = [talk for talk in talks if talk.continues is not None]
    positive = np.array([talk.continues for talk in known], dtype=np.bool_)
    vectors = embedder.embed_queries([talk.says for talk in known]).astype(np.float64)
    learner = _Learner.of([read(talk.says) for talk in known], vectors)
    model = learner.model(*separated(learner.rows, positive, PENALTY), embedder.fingerprint)
    right = (learner.cross_validated(positive) + LEAN > 0) == positive
    return Fitted(
        model=model,
        kept=float(right[positive].mean()),
        opened=float(right[~positive].mean()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Learner:
    """The features of messages, a row each: vector, signs, words."""

    rows: Any
    centre: Matrix
    words: Sequence[str]

    @classmethod
    def of(cls, questions: Sequence[Question], vectors: Matrix) -> "_Learner":
        held = [frozenset(grams(question.text)) for question in questions]
        counts = Counter(gram for one in held for gram in one)
        words = sorted(gram for gram, number in counts.items() if number >= LEAST)
        known = {word: at for at, word in enumerate(words)}
        centre = vectors.mean(axis=0)
        told = np.array([signs(question) for question in questions], dtype=np.float64)
        rows = hstack([csr_matrix((vectors - centre) * SCALE), told, bags(held, known)])
        return cls(rows=rows.tocsr(), centre=centre, words=words)

    def model(self, weights: Matrix, bias: float, fingerprint: str) -> ContinuingModel:
        """Return what the weights of the features say, in terms of what is served."""
        dimension = len(self.centre)
        line = weights[:dimension] * SCALE
        scheme, asks = weights[dimension : dimension + 2]
        said = weights[dimension + 2 :] * LIFT
        return ContinuingModel(
            embedder=fingerprint,
            line=line.astype(np.float32),
            line_bias=-float(self.centre @ line),
            words=dict(zip(self.words, said.tolist(), strict=True)),
            scheme=float(scheme),
            asks=float(asks),
            bias=bias + LEAN,
        )

    def cross_validated(self, positive: NDArray[np.bool_]) -> Matrix:
        """Return the score of each message by a model fitted without it."""
        scores = np.zeros(len(positive))
        order = np.random.default_rng(SEED).permutation(len(positive))
        for fold in range(FOLDS):
            out = order[fold::FOLDS]
            kept = np.setdiff1d(order, out)
            weights, bias = separated(self.rows[kept], positive[kept], PENALTY)
            scores[out] = self.rows[out] @ weights + bias
        return scores
