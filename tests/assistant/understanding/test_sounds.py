"""How words sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import fold
from assistant.understanding.sounds import sound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nautaire", "notaire"),
        ("juje", "juge"),
        ("plonbié", "plombié"),
        ("chofeur", "chauffeur"),
        ("boulenjé", "boulangé"),
        ("fotografe", "photographe"),
        ("kuisinié", "cuisinié"),
        ("mézon", "maison"),
        ("vandeur", "vendeur"),
        ("otel", "hôtel"),
        ("guyde", "guide"),
        ("garajiste", "garagiste"),
        ("optissien", "opticien"),
        ("tecnicien", "technicien"),
    ],
)
def test_words_heard_alike_sound_the_same(typed, meant):
    assert sound(fold(typed)) == sound(fold(meant))


@pytest.mark.parametrize(
    ("one", "other"),
    [("gare", "jare"), ("vin", "van"), ("coiffeur", "caffeur"), ("chat", "rat"), ("bon", "bonne")],
)
def test_words_heard_apart_sound_different(one, other):
    assert sound(one) != sound(other)


@given(st.text(max_size=30))
def test_any_word_has_a_sound_no_longer_than_twice_itself(word):
    heard = sound(word)

    assert len(heard) <= 2 * len(word)
    assert sound(word) == heard


def test_a_letter_doubled_is_heard_once():
    assert sound("bballle") == sound("bale")
