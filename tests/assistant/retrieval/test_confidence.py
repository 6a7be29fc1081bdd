"""How likely it is that the records answer, on a model of two dimensions and on the one served."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import terms
from assistant.retrieval.confidence import (
    Confidence,
    ConfidenceModel,
    Signs,
    load_confidence,
    read_confidence,
    write_confidence,
)
from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from tests.assistant.strange import FLOODS, any_text

OURS, OTHER = (np.array(v, np.float32) for v in ([1, 0], [0, 1]))
MODEL = ConfidenceModel(
    embedder="essai",
    line=np.array([2, -2], np.float32),
    line_bias=0.0,
    words={"formation": 2.0, "cap": 1.0, "pizza": -3.0},
    words_bias=0.5,
    nearness=10.0,
    slope=1.0,
    offset=-0.5,
)
confidence = Confidence(model=MODEL, terms=str.split, fitted=True)
unfitted = replace(confidence, fitted=False)


def signs(text="", *, vector=OURS, asked=0.8, beyond=0.8):
    return Signs(text=text, vector=vector, asked=asked, beyond=beyond)


def test_a_message_on_our_side_of_the_line_is_likelier_answered():
    assert confidence(signs(vector=OURS)) > 0.5 > confidence(signs(vector=OTHER))


def test_a_message_with_our_words_is_likelier_answered_and_with_others_less():
    assert confidence(signs("formation")) > confidence(signs("")) > confidence(signs("pizza"))


def test_a_message_nearer_to_a_question_answered_than_to_one_beyond_is_likelier_answered():
    near, between, far = (
        confidence(signs(asked=asked, beyond=beyond))
        for asked, beyond in ((0.9, 0.8), (0.85, 0.85), (0.8, 0.9))
    )

    assert near > between > far


def test_the_score_is_the_sum_of_what_each_part_says():
    score = MODEL.score(signs(asked=0.9, beyond=0.8), ["formation"])

    assert score == pytest.approx(2 + (2 + 0.5) + 1)


def test_words_seen_in_no_example_say_nothing():
    assert MODEL.worded(["hippopotame"]) == MODEL.worded([]) == 0.5


def test_a_word_repeated_says_no_more():
    assert MODEL.worded(["cap"] * 50) == MODEL.worded(["cap", "hippopotame"]) == 1.5


def test_many_words_say_less_each():
    assert MODEL.worded(["formation", "cap"]) == pytest.approx(3 / math.sqrt(2) + 0.5)


def test_a_score_becomes_log_odds_by_the_slope_and_the_offset():
    model = replace(MODEL, slope=2.0, offset=-1.0)

    assert model.probability(0.5) == pytest.approx(0.5)
    assert model.probability(1.5) == pytest.approx(1 / (1 + math.exp(-2)))


def test_with_another_embedder_words_alone_speak():
    assert unfitted(signs("cap", vector=OURS)) == unfitted(
        signs("cap", vector=OTHER, asked=-1, beyond=1)
    )
    assert unfitted(signs("cap")) == pytest.approx(1 / (1 + math.exp(-1.5)))
    assert unfitted(signs("pizza")) < 0.5 < unfitted(signs("formation"))


@given(
    weight=st.floats(-1e6, 1e6),
    slope=st.floats(-1e6, 1e6),
    nearness=st.floats(-1e6, 1e6),
    cosines=st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    fitted=st.booleans(),
)
def test_whatever_was_learnt_a_probability_comes_out(weight, slope, nearness, cosines, fitted):
    model = replace(MODEL, words={"mot": weight}, slope=slope, nearness=nearness)
    asked, beyond = cosines

    chance = Confidence(model=model, terms=str.split, fitted=fitted)(
        signs("mot", asked=asked, beyond=beyond)
    )

    assert 0 <= chance <= 1


@settings(deadline=None)
@given(text=any_text, fitted=st.booleans())
def test_any_text_has_a_probability(text, fitted):
    model = replace(load_confidence(), line=MODEL.line)

    assert 0 <= Confidence(model=model, terms=terms, fitted=fitted)(signs(text)) <= 1


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_has_a_probability(text):
    model = replace(load_confidence(), line=MODEL.line)

    assert 0 <= Confidence(model=model, terms=terms, fitted=True)(signs(text)) <= 1


@given(st.lists(st.floats(-100, 100), min_size=2))
def test_the_higher_the_score_the_higher_the_probability(scores):
    chances = [MODEL.probability(score) for score in sorted(scores)]

    assert chances == sorted(chances)


def test_a_model_written_is_read_back_as_it_was():
    read = read_confidence(write_confidence(MODEL))

    assert np.array_equal(read.line, MODEL.line)
    assert read.line.dtype == np.float32
    assert replace(read, line=MODEL.line) == MODEL


def test_a_model_is_written_the_same_whatever_the_order_it_was_learnt_in():
    shuffled = replace(MODEL, words=dict(reversed(MODEL.words.items())))

    assert write_confidence(shuffled) == write_confidence(MODEL)


def test_the_model_served_was_fitted_with_the_embedder_served():
    embedder = open_bundled(Settings().embedder_cache, threads=1)

    model = load_confidence()

    assert model.embedder == embedder.fingerprint
    assert model.line.shape == (embedder.dimension,)
    assert model.slope > 0
