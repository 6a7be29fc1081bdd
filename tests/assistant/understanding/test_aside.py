"""What is said beside a question is not searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.aside import load_asides

ASKED = load_asides()
QUESTION = "Combien gagne un maçon ?"


@pytest.mark.parametrize(
    "aside",
    [
        "Bonjour.",
        "Bonjour madame,",
        "Je m'appelle Aïssatou.",
        "Moi c'est Jean-Paul !",
        "Je suis une femme.",
        "J'ai 52 ans.",
        "g 16 ans.",
        "Ma famille vient du Portugal.",
        "Je suis née en Italie.",
        "Je suis d'origine turque.",
        "J'habite à Cherbourg.",
        "Je vis dans un village du Perche.",
        "J'ai une RQTH.",
        "My name is Oluwaseun.",
        "I am 41.",
        "I live in Dieppe.",
    ],
)
def test_who_asks_is_left_out_before_and_after(aside):
    assert ASKED(f"{aside} {QUESTION}") == QUESTION
    assert ASKED(f"{QUESTION} {aside}") == QUESTION


@pytest.mark.parametrize("around", ["Bonjour, {}", "Salut {}", "{} Merci d'avance.", "{} Merci !"])
def test_courtesies_are_left_out(around):
    assert ASKED(around.format(QUESTION)) == QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Je suis infirmière depuis six ans. Quelle formation ensuite ?",
        "Je suis cadre. Qui peut m'aider ?",
        "Je m'appelle à la retenue, comment rester calme au travail ?",
        "J'habite Caen et je cherche un CAP cuisine.",
        "J'ai 17 ans et pas le bac, je peux devenir aide-soignante ?",
        "Mes parents veulent que je fasse une fac, et l'apprentissage ?",
    ],
)
def test_a_sentence_that_says_more_is_kept_whole(text):
    assert ASKED(text) == text


@pytest.mark.parametrize("text", ["Bonjour !", "Je m'appelle Zoé.", "J'ai 17 ans", "", "?!"])
def test_a_message_that_says_nothing_else_is_kept_whole(text):
    assert ASKED(text) == text


@given(st.text(max_size=300))
def test_any_text_gives_words_it_holds_in_order(text):
    asked = ASKED(text).split()
    held = iter(text.split())

    assert all(any(word == given or given.endswith(word) for given in held) for word in asked)
