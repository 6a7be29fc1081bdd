"""Danger recognised by meaning, on a model of two dimensions and on the one that is served."""

import numpy as np
import pytest

from assistant.safety.crisis import Level, Topic, alarms, load_crisis
from assistant.safety.meaning import (
    DangerModel,
    DetectDanger,
    detecting,
    load_model,
    read_model,
    write_model,
)
from assistant.settings import Settings
from assistant.understanding.aside import load_asides
from corpus.embedding.bundled.embedder import open_bundled

DARK, CLEAR, DIM = (np.array(v, np.float32) for v in ([1, 0], [0, 1], [0.6, 0.8]))
MEANT = {"sombre": DARK, "clair": CLEAR, "gris": DIM}
MODEL = DangerModel(
    embedder="essai",
    weights=DARK,
    bias=0.0,
    alarm=0.9,
    soft=0.5,
    topics={Topic.SUICIDE: DARK, Topic.HARASSMENT: DIM, Topic.MEDICAL: CLEAR},
)


@pytest.fixture
def detect():
    return DetectDanger(
        words=load_crisis(),
        embed=lambda text: MEANT.get(text, CLEAR),
        without_asides=load_asides(),
        model=MODEL,
    )


def test_danger_no_word_says_is_heard(detect):
    found = detect("sombre")

    assert [danger.topic for danger in alarms(found)] == [Topic.SUICIDE, Topic.HARASSMENT]
    assert all(danger.lines for danger in found)


def test_what_is_near_the_line_gets_a_gentle_word(detect):
    assert [(d.topic, d.level) for d in detect("gris")] == [(Topic.WEARINESS, Level.SOFT)]


def test_what_is_on_the_other_side_gets_nothing(detect):
    assert detect("clair") == ()


def test_words_of_danger_are_sure_whatever_the_meaning(detect):
    assert detect("j'ai envie de mourir") == load_crisis()("j'ai envie de mourir")


def test_who_writes_does_not_weigh(detect):
    assert detect("Je m'appelle Aminata. sombre") == detect("sombre")


@pytest.mark.parametrize("text", ["", "?!", "123", "\u200b"])
def test_a_message_without_a_word_is_not_embedded(detect, text):
    assert detect(text) == ()


def test_a_model_written_is_read_again():
    again = read_model(write_model(MODEL))

    assert (again.embedder, again.alarm, again.soft, again.bias) == ("essai", 0.9, 0.5, 0.0)
    assert np.allclose(again.weights, MODEL.weights)
    assert again.topics.keys() == MODEL.topics.keys()


def test_with_another_embedder_the_lexicon_is_alone():
    words = load_crisis()

    assert detecting(words, "un autre", lambda _: DARK, load_asides()) is words


@pytest.fixture(scope="module")
def served():
    embedder = open_bundled(Settings().embedder_cache)
    return detecting(load_crisis(), embedder.fingerprint, embedder.embed_query, load_asides())


def test_the_model_is_that_of_the_embedder_served(served):
    assert isinstance(served, DetectDanger)
    assert load_model().alarm > load_model().soft


@pytest.mark.parametrize(
    "text",
    [
        "j'ai écrit une lettre à chacun, ils comprendront quand ils rentreront ce soir",
        "quand il a bu il casse tout et je dors habillée avec mes clés dans la poche",
        "à la maison je reçois des coups dès que je ramène une mauvaise note",
    ],
)
def test_danger_in_veiled_words_raises_the_lines(served, text):
    assert alarms(served(text))


@pytest.mark.parametrize(
    "text",
    [
        "Comment devenir thanatopracteur ?",
        "quel cap pour être boulanger",
        "je suis fatigué de mon boulot, qui peut m'aider à changer de métier ?",
        "Combien gagne un policier municipal en début de carrière ?",
        "métier de soudeur " * 555,
        "azertyuiop qsdfghjklm wxcvbn " * 20,
        "😀" * 300 + " ok",
        "boulanger, maçon, soudeur, infirmier, gendarme, cuisinier, vendeuse, maraîcher",
    ],
)
def test_questions_about_work_raise_nothing(served, text):
    assert alarms(served(text)) == ()
