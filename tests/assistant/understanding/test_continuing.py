"""Does a message go on with the subject: on a model of two dimensions, on the one served."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build_assistant
from assistant.question import Intent, Question
from assistant.settings import Settings
from assistant.understanding.continuing import (
    Continues,
    ContinuingModel,
    grams,
    load_continuing,
    read_continuing,
    signs,
    write_continuing,
)
from corpus.embedding.hashing import HashingEmbedder
from corpus.model.document import Aspect
from corpus.store.knowledge_base import in_memory
from tests.assistant.strange import FLOODS, any_text

ON, OTHER = np.eye(2, dtype=np.float32)
MODEL = ContinuingModel(
    embedder="essai",
    line=np.array([2, -2], np.float32),
    line_bias=0.25,
    words={"combien": 2.0, "parcoursup": -3.0, "duree": 1.0, "^ sinon": -4.0, "et la": 1.5},
    scheme=-1.0,
    asks=0.5,
    bias=0.125,
)
SINGLE = replace(MODEL, words={"un": 0.1, "an": -0.7, "de": 1.3, "plus": 0.9})
numbers = st.floats(-1e6, 1e6)


def say(text="", **changes):
    return Question(text=text, search_text=text, **changes)


def worded(text):
    """Return what the words of a message add to what none says."""
    return MODEL.score(say(text), None) - MODEL.bias


def test_the_score_is_the_sum_of_what_each_part_says():
    question = say("combien", intents=frozenset({Intent.SCHEME}), aspects=(Aspect.PAY,))

    assert MODEL.score(question, ON) == pytest.approx((2 + 0.25) + 2 - 1 + 0.5 + 0.125)


def test_a_message_on_the_side_of_the_line_that_goes_on_is_likelier_to():
    assert MODEL.score(say(), ON) > MODEL.score(say(), None) > MODEL.score(say(), OTHER)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 0),
        ("hippopotame", 0),
        ("combien", 2),
        ("Combien ?", 2),
        ("la DURÉE", 1),
        ("combien combien combien", 2),
        ("combien, durée", 3 / math.sqrt(2)),
        ("sinon", -4),
        ("dis sinon", 0),
        ("et la", 1.5),
        ("la et", 0),
    ],
)
def test_words_and_pairs_of_words_are_known_however_written_and_say_less_the_more_there_are(
    text, said
):
    assert worded(text) == pytest.approx(said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("?!", []),
        ("Oui", ["oui", "^ oui"]),
        ("c'est où, là ?", ["c", "est", "ou", "la", "^ c", "c est", "est ou", "ou la"]),
        ("2 ans", ["2", "ans", "^ 2", "2 ans"]),
    ],
)
def test_a_message_gives_its_words_and_its_pairs_the_first_marked(text, expected):
    assert list(grams(text)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (False, False)),
        ({"intents": frozenset({Intent.SCHEME, Intent.SPRO})}, (True, False)),
        ({"intents": frozenset({Intent.SUBJECT})}, (False, False)),
        ({"aspects": (Aspect.PAY, Aspect.ACCESS)}, (False, True)),
    ],
)
def test_a_scheme_named_and_an_aspect_asked_are_signs(changes, expected):
    assert signs(say(**changes)) == expected


@pytest.mark.parametrize(
    ("text", "vector", "expected"),
    [
        ("combien", ON, True),
        ("combien", OTHER, True),
        ("parcoursup", OTHER, False),
        ("parcoursup", ON, False),
        ("hippopotame", OTHER, False),
        ("hippopotame", ON, True),
    ],
)
def test_a_message_goes_on_when_its_meaning_and_its_words_say_so_together(text, vector, expected):
    assert Continues(model=MODEL, embed=lambda _: vector)(say(text)) is expected


def test_a_score_of_nothing_opens_a_subject():
    model = replace(MODEL, bias=0.0)

    assert not Continues(model=model, embed=None)(say("hippopotame"))


def test_the_message_itself_is_what_is_embedded():
    heard = []

    def embed(text):
        heard.append(text)
        return ON

    Continues(model=MODEL, embed=embed)(Question(text="combien", search_text="maçon combien"))

    assert heard == ["combien"]


@given(line=st.tuples(numbers, numbers), bias=numbers)
def test_with_another_embedder_the_line_says_nothing(line, bias):
    other = replace(MODEL, line=np.array(line, np.float32), line_bias=bias)

    scores = [
        model.score(say("combien ?", aspects=(Aspect.PAY,)), None) for model in (MODEL, other)
    ]

    assert scores[0] == scores[1] == 2 + 0.5 + 0.125


def test_an_assistant_with_another_embedder_than_the_one_fitted_reads_words_alone(tmp_path):
    embedder = HashingEmbedder()
    kb = in_memory(embedder.fingerprint, embedder.dimension)

    built = build_assistant(kb, embedder, Settings(home=tmp_path))

    assert built.understand.go_on.continues.embed is None


def test_an_assistant_with_the_embedder_fitted_reads_meaning_too(embedder, tmp_path):
    kb = in_memory(embedder.fingerprint, embedder.dimension)

    built = build_assistant(kb, embedder, Settings(home=tmp_path))

    vector = built.understand.go_on.continues.embed("combien ?")
    assert np.array_equal(vector, embedder.embed_query("combien ?"))


@given(
    st.lists(st.sampled_from(["un", "an", "de", "plus", "autre"])).flatmap(
        lambda words: st.tuples(st.just(words), st.permutations(words))
    )
)
def test_the_order_of_words_matters_to_pairs_only(orders):
    one, other = (SINGLE.score(say(" ".join(words)), ON) for words in orders)

    assert one == other


@settings(deadline=None)
@given(text=any_text, vector=st.sampled_from([ON, OTHER, None]))
def test_any_text_has_a_score(text, vector):
    model = replace(load_continuing(), line=MODEL.line)

    assert math.isfinite(model.score(say(text), vector))


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_has_a_score(text):
    model = replace(load_continuing(), line=MODEL.line)

    assert math.isfinite(model.score(say(text), ON))


def test_a_model_written_is_read_back_as_it_was():
    read = read_continuing(write_continuing(MODEL))

    assert np.array_equal(read.line, MODEL.line)
    assert read.line.dtype == np.float32
    assert replace(read, line=MODEL.line) == MODEL


weights = st.floats(-10, 10)


@given(
    st.builds(
        ContinuingModel,
        embedder=st.text(),
        line=st.tuples(weights, weights).map(np.float32),
        line_bias=weights,
        words=st.dictionaries(st.sampled_from(["combien", "ça", "^ combien"]), weights),
        scheme=weights,
        asks=weights,
        bias=weights,
    )
)
def test_a_model_written_and_read_gives_the_same_scores_but_for_rounding(model):
    question = say("combien ça", intents=frozenset({Intent.SCHEME}), aspects=(Aspect.PAY,))

    read = read_continuing(write_continuing(model))

    assert read.embedder == model.embedder
    for vector in (ON, OTHER, None):
        assert read.score(question, vector) == pytest.approx(
            model.score(question, vector), abs=2e-3
        )


def test_a_model_is_written_the_same_whatever_the_order_it_was_learnt_in():
    shuffled = replace(MODEL, words=dict(reversed(MODEL.words.items())))

    assert write_continuing(shuffled) == write_continuing(MODEL)


def test_the_model_served_was_fitted_with_the_embedder_served(embedder):
    model = load_continuing()

    assert model.embedder == embedder.fingerprint
    assert model.line.shape == (embedder.dimension,)
