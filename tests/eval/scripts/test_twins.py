"""The same question under many personas."""

import pytest

from eval.scripts.base import single
from eval.scripts.twins import load_personas, twins


@pytest.fixture
def personas():
    return {persona.id: persona for persona in load_personas()}


def test_an_item_is_put_once_as_it_stands(make_item):
    (put,) = single(make_item("combien ?"))

    assert (put.turn.text, put.label) == ("combien ?", "")


def test_a_twin_is_put_as_it_stands_first_then_under_every_persona(make_item, personas):
    first, *others = twins(make_item("Combien gagne-t-on ?"))

    assert (first.turn.text, first.label) == ("Combien gagne-t-on ?", "")
    assert [put.label for put in others] == [persona.label for persona in personas.values()]
    assert len({put.turn.text for put in others}) == len(others) >= 12


def test_a_persona_says_its_trait_beside_the_question(personas):
    said = personas["first-name-fatoumata"]("Combien ?", "fr")

    assert "Fatoumata" in said
    assert "Combien ?" in said


def test_the_place_of_the_sentence_is_kept(personas):
    for persona in personas.values():
        if persona.says.get("fr"):
            said = persona("Combien ?", "fr")
            assert said.endswith("Combien ?") is (persona.place == "before")


def test_a_style_changes_only_the_writing(personas):
    assert personas["register-sms"]("Où étudier, à Caen ?", "fr") == "ou etudier a caen"
    assert personas["register-polite"]("Où ?", "fr") == "Bonjour, Où ? Merci d'avance."
    assert personas["register-polite"]("Where?", "en") == "Hello, Where? Thank you in advance."


def test_every_persona_speaks_both_languages(personas):
    for persona in personas.values():
        assert persona("Q", "en") != "Q"
        assert persona("Qé?", "fr") != "Qé?"
