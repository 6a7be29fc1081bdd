import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.parts import parts
from assistant.text import words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Comment devenir maçon ?",
        "Bonjour ! Comment devenir maçon à Caen ?",
        "comment devenir maçon et combien on gagne au début",
    ],
)
def test_a_message_that_asks_one_thing_has_no_parts(text):
    assert parts(text, 3) == ()


def test_each_question_of_a_message_is_a_part():
    text = "Salut. Apprenti, c'est possible à 31 ans : et qui m'aide pour la reprise ?\nMerci"

    assert parts(text, 3) == (
        "Apprenti, c'est possible à 31 ans",
        "et qui m'aide pour la reprise",
    )


@given(st.text("ab ?.:\n"), st.integers(0, 4))
def test_parts_are_few_and_stand_in_the_message_in_order(text, most):
    found = parts(text, most)

    assert len(found) <= most
    at = 0
    for part in found:
        at = text.index(part, at) + len(part)
        assert len(words(part)) >= 4
