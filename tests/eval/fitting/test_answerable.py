"""How likely the records answer: what examples of both sides teach."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from assistant.bootstrap import terms
from assistant.retrieval.confidence import Signs, load_confidence, write_confidence
from assistant.settings import Settings
from corpus.store.ports import Beside
from eval.fitting.answerable import LEAST, NEARNESS, Sides, calibrated, fit
from eval.subjects.opening import own_records
from ingest.collect import collect
from ingest.progress import Silent

OURS, OTHER = np.eye(2, dtype=np.float32)
WORDS = ("formation", "métier", "recette", "météo", "le")


def unit(rows):
    """Return rows of length one."""
    rows = np.asarray(rows, np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def sides(answered, beyond, seed=0):
    """Return texts whose vectors lie around one direction each."""
    random = np.random.default_rng(seed)
    around = (
        unit(direction + random.normal(0, 0.2, (len(texts), 2)))
        for direction, texts in ((OURS, answered), (OTHER, beyond))
    )
    first, second = around
    return Sides(answered=answered, beyond=beyond, answered_vectors=first, beyond_vectors=second)


def chance(odds):
    return 1 / (1 + math.exp(-odds))


@pytest.fixture(scope="module")
def examples():
    return sides(["quelle formation le"] * 10, ["la recette le"] * 10 + ["météo"])


@pytest.fixture(scope="module")
def model(examples):
    return fit(examples, str.split, "essai")


def test_a_message_is_as_near_to_a_side_as_to_its_nearest_example():
    vectors = unit([[1, 0], [1, 1], [0, 1], [-1, 1]])
    held = Sides(
        answered=["a", "b"],
        beyond=["c", "d"],
        answered_vectors=vectors[:2],
        beyond_vectors=vectors[2:],
    )

    signs = held.signs("texte", OURS)

    assert signs.asked == pytest.approx(1)
    assert signs.beyond == pytest.approx(0)
    assert signs.text == "texte"
    assert signs.vector is OURS


def test_each_part_tells_the_sides_apart_by_itself(model):
    def scored(vector=OURS, asked=0.5, words=()):
        return model.score(Signs(text="", vector=vector, asked=asked, beyond=0.5), words)

    assert scored(vector=OURS) > scored(vector=OTHER)
    assert scored(asked=0.6) > scored(asked=0.5)
    assert scored(words=["formation"]) > scored() > scored(words=["recette"])


def test_examples_are_on_their_sides(examples, model):
    pairs = (
        *(
            (text, vector, True)
            for text, vector in zip(examples.answered, examples.answered_vectors, strict=True)
        ),
        *(
            (text, vector, False)
            for text, vector in zip(examples.beyond, examples.beyond_vectors, strict=True)
        ),
    )

    told = [
        (model.score(examples.signs(text, vector), text.split()) > 0) is side
        for text, vector, side in pairs
    ]

    assert sum(told) / len(told) > 0.9


def test_a_word_on_both_sides_says_little(model):
    assert abs(model.words["le"]) < abs(model.words["formation"]) / 3


def test_a_word_seen_too_seldom_is_not_learnt(model):
    assert "météo" not in model.words
    assert set(model.words) == {"quelle", "formation", "la", "recette", "le"}


@pytest.mark.parametrize(("times", "known"), [(LEAST - 1, False), (LEAST, True)])
def test_a_word_counts_once_a_text(times, known):
    answered = ["rare rare rare"] * times + ["courant"] * 5

    assert ("rare" in fit(sides(answered, ["autre"] * 5), str.split, "essai").words) is known


def test_without_a_common_word_the_rest_still_speaks():
    learnt = fit(sides(["un", "deux"], ["trois", "quatre"]), str.split, "essai")

    assert learnt.words == {}
    assert learnt.worded(["un"]) == pytest.approx(0, abs=1e-3)
    assert OURS @ learnt.line > OTHER @ learnt.line


def test_a_model_bears_the_embedder_it_was_fitted_with_and_is_not_yet_calibrated(model):
    assert (model.embedder, model.nearness) == ("essai", NEARNESS)
    assert (model.slope, model.offset) == (1, 0)
    assert model.line.dtype == np.float32


def test_the_same_examples_give_the_same_model(examples, model):
    assert write_confidence(fit(examples, str.split, "essai")) == write_confidence(model)


@st.composite
def drawn_sides(draw):
    """Draw texts of a few words, with their vectors."""
    text = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
    answered, beyond = (draw(st.lists(text, min_size=1, max_size=10)) for _ in range(2))
    count = len(answered) + len(beyond)
    angles = draw(arrays(np.float64, count, elements=st.floats(0, 3, width=16)))
    vectors = np.c_[np.cos(angles), np.sin(angles)].astype(np.float32)
    return Sides(
        answered=answered,
        beyond=beyond,
        answered_vectors=vectors[: len(answered)],
        beyond_vectors=vectors[len(answered) :],
    )


@settings(deadline=None, max_examples=25)
@given(drawn_sides())
def test_what_is_served_is_what_was_fitted_be_it_of_meaning_or_of_words(drawn):
    # A bias bears no penalty: over its own examples, a line expects as many answered as there are.
    # It no longer does if messages are read otherwise when served than when fitted.
    learnt = fit(drawn, str.split, "essai")

    vectors = np.concatenate([drawn.answered_vectors, drawn.beyond_vectors])
    by_meaning = [chance(float(v @ learnt.line) + learnt.line_bias) for v in vectors]
    by_words = [chance(learnt.worded(t.split())) for t in (*drawn.answered, *drawn.beyond)]
    assert sum(by_meaning) == pytest.approx(len(drawn.answered), abs=0.02)
    assert sum(by_words) == pytest.approx(len(drawn.answered), abs=0.02)


SCORES = st.lists(st.floats(-20, 20, width=16), min_size=1, max_size=30)


@settings(deadline=None, max_examples=25)
@given(answered=SCORES, beyond=SCORES)
def test_probabilities_are_right_on_average_both_sides_being_worth_the_same(answered, beyond):
    scores = np.array([*answered, *beyond])
    side = np.arange(len(scores)) < len(answered)

    slope, offset = calibrated(scores, side)

    chances = np.array([chance(max(-60, min(60, slope * s + offset))) for s in scores])
    assert (chances[side].mean() + chances[~side].mean()) / 2 == pytest.approx(0.5, abs=0.03)


def test_the_higher_the_score_the_likelier_and_the_middle_lies_between_the_sides():
    scores = np.array([1.0, 2, 3, 4, 5, 6, 7, 8])
    side = np.array([False, False, False, True, False, True, True, True])

    slope, offset = calibrated(scores, side)

    assert slope > 0
    assert -offset / slope == pytest.approx(4.5, abs=0.1)


def test_a_side_seen_more_often_is_no_likelier():
    random = np.random.default_rng(0)
    good, bad = random.normal(2, 1, 300), random.normal(-2, 1, 300)
    few = calibrated(np.r_[good, bad], np.arange(600) < 300)

    many = calibrated(np.r_[good, np.tile(bad, 10)], np.arange(3300) < 300)

    assert many == pytest.approx(few, abs=0.1)


def test_the_words_served_are_those_our_records_teach(tmp_path):
    # Words need no embedder: they tell cheaply when a model was not learnt again.
    content, _ = collect(own_records(Settings(home=tmp_path)), Silent())
    answered, beyond = (
        [entry.text for entry in content.entries if entry.shelf is shelf]
        for shelf in (Beside.ASKED, Beside.UNANSWERABLE)
    )
    flat = (np.ones((len(texts), 1), np.float32) for texts in (answered, beyond))
    first, second = flat
    held = Sides(answered=answered, beyond=beyond, answered_vectors=first, beyond_vectors=second)

    learnt, served = fit(held, terms, "essai").words, load_confidence().words

    every = sorted({*learnt, *served})
    one, other = (np.array([m.get(word, 0.0) for word in every]) for m in (learnt, served))
    assert one @ other / np.linalg.norm(one) / np.linalg.norm(other) > 0.999
