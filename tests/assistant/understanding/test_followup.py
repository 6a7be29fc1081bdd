"""Words by which a message hangs on those before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.followup import FollowUps, load_followups

followups = load_followups()

READINGS = {
    FollowUps.links: (
        [
            "et en alternance ?",
            "Ouais mais pour une fille",
            "D’accord, la durée",
            "what about Caen?",
        ],
        ["étudier à Caen", "ouvrier et maçon", "merci", "Ok merci, et le CPF", "so2", ""],
    ),
    FollowUps.turns: (
        ["Changement de programme : maçon", "Dernière chose : le permis", "Sinon le permis"],
        ["une autre formation", "sinonyme", "dites-sinon", ""],
    ),
    FollowUps.compares: (
        [
            "c'est mieux payé que maçon ?",
            "Plus dur qu’infirmier",
            "la différence avec maçon",
            "ça gagne autant",
            "par rapport aux maçons",
            "entre les deux",
            "lequel des deux recrute",
            "is it better paid than a mason?",
        ],
        ["on est mieux", "maçon ou soudeur", "la différence", "le moins-que-rien", ""],
    ),
    FollowUps.calls_other: (
        ["et l’autre ?", "l'autre métier", "the other one"],
        ["une autre idée", "les autres", "l'autrement", ""],
    ),
    FollowUps.points_here: (
        ["dans le même coin", "dans le coin", "des écoles par ici", "Là-bas", "around here"],
        ["au coin du feu", "par laquelle", "ici", ""],
    ),
    FollowUps.goes_back: (
        [
            "pour revenir au bilan",
            "Revenons au CPF",
            "retour à la VAE",
            "le bilan de tout à l'heure",
        ],
        ["le revenu", "le point de non-retour à la ligne", "un retour", ""],
    ),
    FollowUps.tells_home: (
        ["J’habite à Vire", "jhabite vire", "j'abite a vire", "je vis à Caen", "I live in Caen"],
        ["les habitants de Vire", "je vise Caen", "à Caen", "habitude", ""],
    ),
}


def cases(*, held):
    return [
        pytest.param(reading, text, id=f"{reading.__name__}: {text}")
        for reading, (holding, others) in READINGS.items()
        for text in (holding if held else others)
    ]


@pytest.mark.parametrize(("reading", "text"), cases(held=True))
def test_a_way_of_hanging_on_earlier_messages_is_read(reading, text):
    assert reading(followups, text)


@pytest.mark.parametrize(("reading", "text"), cases(held=False))
def test_words_alike_that_say_something_else_are_not_read(reading, text):
    assert not reading(followups, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Revenons à mon premier sujet", 0),
        ("Le premier métier", 0),
        ("Pour le premier des deux", 0),
        ("Je retiens la seconde.", 1),
        ("la deuxième des deux", 1),
        ("the second one", 1),
        ("entre le tout premier et la seconde des deux", 0),
        ("la première année", None),
        ("une seconde", None),
        ("rien de tout cela", None),
    ],
)
def test_an_earlier_subject_is_recalled_by_its_place(text, place):
    assert followups.recalled(text) == place


@given(st.sampled_from(cases(held=True)), st.text(alphabet=" .,;!?", max_size=5))
def test_signs_around_a_message_change_nothing_of_its_reading(case, signs):
    reading, text = case.values

    assert reading(followups, f" {text}{signs}")
