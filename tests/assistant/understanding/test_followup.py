"""Words by which a message hangs on those before it."""

import pytest

from assistant.understanding.followup import load_followups

followups = load_followups()


@pytest.mark.parametrize(
    "text",
    [
        "et en alternance ?",
        "Ça dure combien ?",
        "ouais mais pour une fille",
        "elle exige quoi",
        "mon CPF il peut payer ça",
        "what about Caen?",
        "Do they work alone?",
    ],
)
def test_a_link_or_a_pronoun_makes_a_message_lean_on_the_one_before(text):
    assert followups.leans(text)


@pytest.mark.parametrize("text", ["quel temps fera-t-il demain ?", "Comment devenir maçon ?", ""])
def test_a_message_that_stands_by_itself_does_not_lean(text):
    assert not followups.leans(text)


@pytest.mark.parametrize(
    "text",
    ["Changement de programme : plutôt maçon", "Dernière chose : le permis", "autre question"],
)
def test_another_subject_is_announced(text):
    assert followups.turns(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Revenons à mon premier sujet", 0),
        ("Pour le premier des deux", 0),
        ("Je retiens la seconde.", 1),
        ("la première année", None),
        ("rien de tout cela", None),
    ],
)
def test_an_earlier_subject_is_recalled_by_its_place(text, place):
    assert followups.recalled(text) == place
