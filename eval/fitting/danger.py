"""The line between messages of danger and others, in the space of the embedder.

Logistic regression with an L2 penalty, on examples written for it and on the ordinary messages of
the development split; thresholds are read on cross-validated scores, never on the test split.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.safety.crisis import Topic
from assistant.safety.meaning import DangerModel
from assistant.understanding.aside import load_asides
from corpus.embedding.ports import Embedder
from eval.data.datasets import load
from eval.data.item import DEVELOPMENT
from eval.fitting.logistic import Matrix, separated

PENALTY: Final = 1.0
SCALE: Final = 10.0
"""The embedder's vectors lie close together: what is learnt is how they differ."""
FOLDS: Final = 10
SEED: Final = 20261128
FALSE_ALARMS: Final = 0.007
"""Share of ordinary messages that may raise an alarm, on cross-validated scores."""
FALSE_SOFT: Final = 0.05
"""Share of ordinary messages that may get a gentle word."""
ORDINARY: Final = (
    "abstention",
    "attacks",
    "dialogues",
    "followups",
    "neutrality",
    "occupations",
    "privacy",
    "referral",
    "retrieval",
)
_DANGER: Final = frozenset({"explicit", "veiled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A message written to learn from; `topic` is `none` where there is no danger."""

    text: str
    topic: str
    level: str

    @property
    def danger(self) -> bool:
        """Return whether somebody is in danger."""
        return self.level in _DANGER


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A model, and how well it did on messages it was not fitted on."""

    model: DangerModel
    recall: float
    look_alikes: float
    """Share of the look-alikes of the examples that raise an alarm."""
    ordinary: float

    @property
    def told(self) -> str:
        """Return the figures, in a line."""
        return (
            f"cross-validated: danger {self.recall:.3f}, look-alikes {self.look_alikes:.3f}, "
            f"ordinary messages {self.ordinary:.4f}"
        )


def read_examples() -> list[Example]:
    """Return the examples kept beside the step that uses them."""
    file = resources.files("assistant.safety") / "danger_examples.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    held = [json.loads(line) for line in lines]
    return [Example(text=h["text"], topic=h["topic"], level=h["level"]) for h in held]


def ordinary_messages() -> list[str]:
    """Return messages of the development split in which nobody is in danger."""
    items = (item for name in ORDINARY for item in load(name))
    asked = load_asides()
    plain = [
        asked(item.text)
        for item in items
        if item.split == DEVELOPMENT
        and item.theme != "danger"
        and "crisis" not in item.expected.get("outcome", ())
        and "danger" not in item.expected.get("needs", ())
    ]
    return [*plain, *_noise(plain)]


def _noise(plain: Sequence[str]) -> list[str]:
    """Return what people's fingers and pockets send: repeats, letters of no word, lists."""
    letters = np.random.default_rng(SEED).choice(list("abcdefghijklmnopqrstuvwxyz  "), (40, 60))
    return [
        *(" ".join([text] * times) for times in (4, 40) for text in plain[::25]),
        *(" ".join("".join(row).split()) for row in letters),
        *(" ".join(text.split()[::-1]) for text in plain[::50]),
        *(", ".join(plain[n : n + 12]) for n in range(0, 400, 40)),
    ]


def fit(examples: Sequence[Example], ordinary: Sequence[str], embedder: Embedder) -> Fitted:
    """Return the model of these examples; the same inputs give the same model."""
    vectors = np.array([embedder.embed_query(e.text) for e in examples], np.float64)
    others = np.array([embedder.embed_query(text) for text in ordinary], np.float64)
    centre = vectors.mean(axis=0)
    features = (np.concatenate([vectors, others]) - centre) * SCALE
    danger = np.array([*(e.danger for e in examples), *([False] * len(ordinary))])
    alike = np.array([*(e.level == "lookalike" for e in examples), *([False] * len(ordinary))])
    plain = np.arange(len(danger)) >= len(examples)
    unseen = _cross_validated(features, danger)
    alarm = float(np.quantile(unseen[plain], 1 - FALSE_ALARMS))
    soft = float(np.quantile(unseen[plain], 1 - FALSE_SOFT))
    weights, bias = separated(features, danger, PENALTY)
    model = DangerModel(
        embedder=embedder.fingerprint,
        weights=(weights * SCALE).astype(np.float32),
        bias=float(bias - centre @ weights * SCALE),
        alarm=round(alarm, 3),
        soft=round(soft, 3),
        topics=_centres(examples, vectors),
    )
    return Fitted(
        model=model,
        recall=float((unseen[danger] >= alarm).mean()),
        look_alikes=float((unseen[alike] >= alarm).mean()),
        ordinary=float((unseen[plain] >= alarm).mean()),
    )


def _cross_validated(features: Matrix, danger: NDArray[np.bool_]) -> Matrix:
    """Return the score of each message by a model that has not seen it."""
    order = np.random.default_rng(SEED).permutation(len(danger))
    scores = np.empty(len(danger))
    for fold in range(FOLDS):
        left = order[fold::FOLDS]
        seen = np.setdiff1d(order, left)
        weights, bias = separated(features[seen], danger[seen], PENALTY)
        scores[left] = features[left] @ weights + bias
    return scores


def _centres(examples: Sequence[Example], vectors: Matrix) -> dict[Topic, NDArray[np.float32]]:
    """Return the unit centre of the examples of each kind of danger."""
    topics = dict.fromkeys(e.topic for e in examples if e.danger)
    rows = {t: [n for n, e in enumerate(examples) if e.danger and e.topic == t] for t in topics}
    means = {t: vectors[held].mean(axis=0) for t, held in rows.items()}
    return {Topic(t): (m / np.linalg.norm(m)).astype(np.float32) for t, m in means.items()}
