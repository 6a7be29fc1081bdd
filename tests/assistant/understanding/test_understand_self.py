"""What somebody says they are, beside what they ask about."""

import pytest

from assistant.question import Turn
from tests.assistant.understanding.test_understand import occupations, understanding


@pytest.fixture
def understand():
    return understanding("infirmier", "soudeur", "conducteur", "conducteur poids lourds")


@pytest.mark.parametrize(
    "text",
    [
        "je suis soudeur, c'est quoi le CPF ?",
        "mon mari est soudeur, c'est quoi une VAE ?",
        "soudeur depuis 12 ans, qui peut m'aider ?",
    ],
)
def test_who_asks_about_a_scheme_is_not_told_of_their_own_occupation(understand, text):
    assert occupations(understand(Turn(text=text))) == []
    assert occupations(understand(Turn(text="et ça dure ?", history=(text,)))) == []


@pytest.mark.parametrize(
    "text", ["je suis soudeur", "je suis soudeur, je devrais gagner combien ?"]
)
def test_who_asks_no_other_thing_asks_about_what_they_are(understand, text):
    assert occupations(understand(Turn(text=text))) == ["soudeur"]


def test_another_occupation_is_the_one_asked_about(understand):
    question = understand(Turn(text="je suis soudeur, comment devenir infirmier ?"))

    assert occupations(question) == ["infirmier"]


@pytest.mark.parametrize("text", ["et je suis infirmier", "et mon mari est infirmier"])
def test_what_somebody_tells_of_themselves_does_not_change_the_subject(understand, text):
    assert occupations(understand(Turn(text=text, history=("devenir soudeur",)))) == ["soudeur"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("et poids lourds", "conducteur poids lourds"), ("et poids lourds, la paie ?", "conducteur")],
)
def test_a_name_is_ended_by_a_message_that_asks_nothing_else(understand, text, expected):
    question = understand(Turn(text=text, history=("devenir conducteur",)))

    assert occupations(question) == [expected]
