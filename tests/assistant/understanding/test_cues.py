"""What is asked, from word lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Intent
from assistant.understanding.cues import load_cues
from corpus.model.document import Aspect

CUES = load_cues()


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        (
            "Comment devenir infirmière et combien gagne-t-on au début ?",
            [Aspect.ACCESS, Aspect.PAY],
        ),
        ("sa paye koi aide soignant", [Aspect.PAY]),
        ("cb de tps pr etre infirmier", [Aspect.ACCESS]),
        ("un maçon ça fait quoi", [Aspect.TASKS]),
        ("c'est quoi les horaires d'un boulanger ?", [Aspect.SUMMARY, Aspect.CONDITIONS]),
        ("est-ce que ça recrute dans la soudure", [Aspect.OUTLETS]),
        ("comment faire financer ma formation ?", [Aspect.FUNDING, Aspect.ACCESS]),
        ("qui a droit au CEJ", [Aspect.WHO]),
    ],
)
def test_what_is_asked_is_read_in_order(text, aspects):
    assert list(CUES.read_aspects(text)) == aspects


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("qui peut m'aider à changer de métier ?", Intent.WHOM_TO_SEE),
        ("mon fils ne sait pas quoi faire après la 3e", Intent.WHOM_TO_SEE),
        ("quelle est la meilleure école de commerce ?", Intent.JUDGEMENT),
        ("combien gagnera un développeur en 2030 ?", Intent.JUDGEMENT),
        ("Bonjour !", Intent.SMALL_TALK),
        ("c'est quoi le SPRO", Intent.SPRO),
        ("la garantie jeunes c'est encore possible ?", Intent.SCHEME),
    ],
)
def test_an_intent_is_read(text, intent):
    assert intent in CUES.read_intents(text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Bonjour, comment devenir infirmier ?", Intent.SMALL_TALK),
        ("quel temps fera-t-il demain ?", Intent.SCHEME),
        ("la durée du BTS", Intent.JUDGEMENT),
    ],
)
def test_an_intent_is_not_read_into_other_words(text, intent):
    assert intent not in CUES.read_intents(text)


@given(st.text(max_size=500))
def test_any_text_gives_aspects_and_intents(text):
    assert set(CUES.read_aspects(text)) <= set(Aspect)
    assert CUES.read_intents(text) <= set(Intent)
