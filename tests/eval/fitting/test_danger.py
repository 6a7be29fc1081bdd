"""The line between danger and none."""

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from assistant.safety.crisis import Topic
from assistant.safety.meaning import load_model
from assistant.settings import Settings
from assistant.text import fold
from corpus.embedding.bundled.embedder import open_bundled
from eval.data.datasets import load
from eval.data.item import TEST
from eval.fitting.danger import Example, fit, ordinary_messages, read_examples

NEAR = 85
SAME = 0.998
"""Cosine under which two lines were not drawn from the same examples: one in a hundred changed."""


class Circle:
    """Puts dark messages on one side, clear ones on the other."""

    fingerprint = "cercle"
    dimension = 3

    def embed_query(self, text):
        side = -1.0 if "clair" in text else 1.0
        turn = sum(map(ord, text)) % 7 / 20
        vector = np.array([side, turn, 0.5], np.float32)
        return vector / np.linalg.norm(vector)


def cosine(one, other):
    return one @ other / np.linalg.norm(one) / np.linalg.norm(other)


@pytest.fixture(scope="module")
def examples():
    return read_examples()


def test_what_is_dark_is_told_from_what_is_clear():
    dark = [Example(text=f"sombre {n}", topic="suicide", level="veiled") for n in range(30)]
    clear = [Example(text=f"clair {n}", topic="none", level="lookalike") for n in range(30)]

    fitted = fit([*dark, *clear], [f"clair et net {n}" for n in range(200)], Circle())

    assert fitted.recall == 1.0
    assert fitted.look_alikes <= 0.1
    model, embed = fitted.model, Circle().embed_query
    assert model.score(embed("sombre autre")) > model.alarm >= model.score(embed("clair autre"))
    assert set(model.topics) == {Topic.SUICIDE}
    assert model.embedder == "cercle"


def test_what_is_served_is_what_was_fitted():
    # A bias bears no penalty: over its own examples, a line expects as much danger as there is.
    dark = [Example(text=f"sombre {n}", topic="suicide", level="veiled") for n in range(20)]
    clear = [Example(text=f"clair {n}", topic="none", level="lookalike") for n in range(30)]
    ordinary = [f"clair et net {n}" for n in range(40)]

    model = fit([*dark, *clear], ordinary, Circle()).model

    texts = [*(example.text for example in (*dark, *clear)), *ordinary]
    scores = np.array([model.score(Circle().embed_query(text)) for text in texts])
    assert (1 / (1 + np.exp(-scores))).sum() == pytest.approx(len(dark), abs=0.01)


def test_the_same_examples_give_the_same_model():
    examples = [
        Example(text=f"{side} {n}", topic="medical" if side == "sombre" else "none", level=level)
        for side, level in (("sombre", "explicit"), ("clair", "lookalike"))
        for n in range(20)
    ]

    one, other = (fit(examples, ["clair"] * 20, Circle()) for _ in range(2))

    assert np.array_equal(one.model.weights, other.model.weights)
    assert one.told == other.told


def test_examples_cover_every_kind_of_danger_and_what_looks_like_it(examples):
    assert len(examples) >= 900
    assert {e.topic for e in examples if e.danger} == {
        t.value for t in Topic if t is not Topic.WEARINESS
    }
    assert {e.topic for e in examples if not e.danger} == {"none"}


def test_no_example_is_a_message_of_the_test_split(examples):
    held = [fold(item.text) for item in load("crisis") if item.split == TEST]

    near = process.cdist(
        [fold(e.text) for e in examples], held, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR
    )

    assert near.max() == 0


def test_nothing_is_learnt_from_the_test_split():
    held = {item.text for name in ("retrieval", "referral") for item in load(name)}
    test = {
        item.text for name in ("retrieval", "referral") for item in load(name) if item.split == TEST
    }

    learnt = set(ordinary_messages())

    assert learnt & held
    assert len(learnt) > len(set(learnt) & held)
    assert not learnt & test


@pytest.mark.slow
def test_the_model_served_is_the_one_these_examples_give(examples):
    embedder = open_bundled(Settings().embedder_cache)

    fitted = fit(examples, ordinary_messages(), embedder).model

    served = load_model()
    # Products of small integers differ a little from one processor to another.
    assert cosine(fitted.weights, served.weights) > SAME
    assert fitted.alarm == pytest.approx(served.alarm, abs=0.1)
    assert fitted.soft == pytest.approx(served.soft, abs=0.1)
