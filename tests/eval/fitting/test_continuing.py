"""What goes on with the subject of a talk: what talks written for it teach."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.question import Intent, Question
from assistant.settings import Settings
from assistant.text import fold
from assistant.understanding.continuing import load_continuing, write_continuing
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.document import Aspect
from eval.fitting.commands import _asking
from eval.fitting.continuing import LEAN, LEAST, Talk, fit, read_talks

SAME = 0.998
"""Cosine under which two models were not learnt from the same talks: one in a hundred changed."""
COLOURS = ("vert", "rouge", "bleu")


class Colours:
    """Embeds a message by how often it says each colour, and keeps what it was given."""

    fingerprint = "couleurs"
    dimension = len(COLOURS)

    def __init__(self):
        self.given = []

    def embed_queries(self, texts):
        self.given += texts
        rows = [self.embed_query(text) for text in texts]
        return np.array(rows, np.float32).reshape(len(rows), self.dimension)

    def embed_query(self, text):
        return np.array([text.count(colour) for colour in COLOURS], np.float32) + 0.5


class Noise(Colours):
    """Gives every message a direction of its own."""

    dimension = 300

    def embed_query(self, text):
        return np.random.default_rng([*text.encode()]).normal(size=300).astype(np.float32)


def read(text):
    """Return a question that names a scheme after `#`, and asks about pay with `?`."""
    return Question(
        text=text,
        search_text=text,
        intents=frozenset({Intent.SCHEME} if "#" in text else ()),
        aspects=(Aspect.PAY,) if "?" in text else (),
    )


def talk(says, *, continues):
    return Talk(before=("maçon",), says=says, continues=continues)


def sides(goes_on, opens):
    return [
        *(talk(says, continues=True) for says in goes_on),
        *(talk(says, continues=False) for says in opens),
    ]


def learnt(goes_on, opens, embedder=None):
    return fit(sides(goes_on, opens), read, embedder or Colours())


def scored(model, text):
    return model.score(read(text), Colours().embed_query(text))


def cosine(one, other):
    return one @ other / np.linalg.norm(one) / np.linalg.norm(other)


@pytest.fixture(scope="module")
def talks():
    return read_talks()


@pytest.fixture(scope="module")
def known(talks):
    return [one for one in talks if one.continues is not None]


def test_messages_are_told_to_be_on_their_sides():
    fitted = learnt(["combien de temps"] * 30, ["comment marche le CPF"] * 30)

    assert (fitted.kept, fitted.opened) == (1.0, 1.0)
    assert fitted.told == "cross-validated: goes on 1.000, opens a subject 1.000"
    assert fitted.model.embedder == "couleurs"
    assert fitted.model.line.dtype == np.float32


@pytest.mark.parametrize(
    ("goes_on", "opens"),
    [
        pytest.param("un", "autre", id="by a word"),
        pytest.param("le un le autre", "un le autre le", id="by a pair of words"),
        pytest.param("un ?", "un", id="by what it asks"),
        pytest.param("un", "un #", id="by a scheme"),
        pytest.param("xvertx", "xrougex", id="by meaning"),
    ],
)
def test_each_sign_by_itself_tells_the_sides_apart(goes_on, opens):
    model = learnt([goes_on] * 30, [opens] * 30).model

    assert scored(model, goes_on) > 0 > scored(model, opens)


def test_meaning_speaks_where_no_word_is_known():
    model = learnt([f"a{n}vert" for n in range(30)], [f"b{n}rouge" for n in range(30)]).model

    assert model.words == {}
    assert scored(model, "xvert") > 0 > scored(model, "xrouge")


def test_a_message_nothing_tells_is_taken_to_go_on():
    fitted = learnt(["pareil"] * 30, ["pareil"] * 30)

    assert scored(fitted.model, "pareil") == pytest.approx(LEAN, abs=1e-3)
    assert (fitted.kept, fitted.opened) == (1.0, 0.0)


@pytest.mark.parametrize(("times", "expected"), [(LEAST - 1, False), (LEAST, True)])
def test_a_word_counts_once_a_message(times, expected):
    model = learnt(["rare et rare"] * times, ["courant"] * 5).model

    assert ("rare" in model.words) is expected
    assert {"courant", "^ courant"} <= set(model.words)


def test_how_well_it_does_is_told_on_messages_a_model_was_not_fitted_on():
    names = [f"m{n}" for n in range(60)]

    fitted = learnt(names[::2], names[1::2], Noise())

    # Fitted on themselves, messages as many as they are unlike are all told right.
    assert fitted.kept + fitted.opened < 1.5


def test_only_the_last_messages_of_talks_told_to_go_on_or_not_are_learnt_from():
    held = sides(["un vert"] * 5, ["un rouge"] * 5)
    unknown = [Talk(before=("maçon",), says="soudeur alors", occupation="soudeur")] * 5
    embedder = Colours()

    model = fit([*unknown, *held], read, embedder).model

    assert embedder.given == [one.says for one in held]
    assert write_continuing(model) == write_continuing(fit(held, read, Colours()).model)


def test_the_same_talks_give_the_same_model():
    held = sides(["un vert ?", "le vert"] * 5, ["un rouge #", "bleu"] * 5)

    one, other = (write_continuing(fit(held, read, Colours()).model) for _ in range(2))

    assert one == other


@st.composite
def drawn(draw):
    """Draw messages of a few words and colours on each side."""
    text = st.lists(st.sampled_from(["le", "un", "cap", "?", "#", *COLOURS]), max_size=5)
    messages = st.lists(text.map(" ".join), min_size=1, max_size=10)
    return draw(messages), draw(messages)


@settings(deadline=None, max_examples=8)
@given(drawn())
def test_what_is_served_is_what_was_fitted(messages):
    # A bias bears no penalty: over its own messages, a model expects as many to go on as do.
    # It no longer does if messages are read otherwise when served than when fitted.
    goes_on, opens = messages

    model = learnt(goes_on, opens).model

    odds = [scored(model, text) - LEAN for text in (*goes_on, *opens)]
    assert sum(1 / (1 + math.exp(-odd)) for odd in odds) == pytest.approx(len(goes_on), abs=0.05)


def test_talks_have_a_last_message_and_earlier_ones(talks):
    assert len(talks) >= 1_000
    assert all(one.before and all(said.strip() for said in one.before) for one in talks)
    assert all(one.says.strip() for one in talks)


def test_no_two_talks_are_alike(talks):
    counts = Counter(tuple(map(fold, (*one.before, one.says))) for one in talks)

    assert [said for said, times in counts.items() if times > 1] == []


def test_no_last_message_is_on_both_sides_since_it_alone_is_learnt_from(known):
    said = {side: {fold(t.says) for t in known if t.continues is side} for side in (True, False)}

    assert said[True] & said[False] == set()


def test_both_sides_are_well_represented(known):
    going_on = sum(one.continues for one in known) / len(known)

    assert 1 / 3 < going_on < 2 / 3


def test_a_message_that_opens_its_own_subject_is_about_no_occupation(known):
    opened = [one for one in known if not one.continues]

    assert [one.says for one in opened if one.occupation] == []


def test_the_model_served_is_the_one_these_talks_give(talks):
    fitted = fit(talks, _asking, open_bundled(Settings().embedder_cache)).model

    served = load_continuing()
    assert set(fitted.words) == set(served.words)
    # Products of small integers differ a little from one processor to another.
    assert cosine(fitted.line, served.line) > SAME
    assert cosine(*(np.array([m.words[w] for w in served.words]) for m in (fitted, served))) > SAME
    for name in ("bias", "scheme", "asks", "line_bias"):
        assert getattr(fitted, name) == pytest.approx(getattr(served, name), abs=0.1)
