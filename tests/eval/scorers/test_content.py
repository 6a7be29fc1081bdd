"""Content words, and texts that stand in others."""

import pytest

from eval.scorers.content import content, stands_in


def test_content_is_the_stems_of_the_words_that_tell():
    text = "Les infirmières et le gaz : 24 mois au maximum, trois fois, en jeux."

    assert content(text) == {"infir", "gaz", "moi", "foi", "jeu"}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Le CAP dure 2 ans.", True),
        ("dure  2 ans", True),
        ("le cap dure", True),
        ("Le CAP dure 3 ans.", False),
        ("dure 2 ans X", False),
        ("Le BTS dure 2 ans.", False),
    ],
)
def test_a_text_stands_in_another_but_for_spaces_case_and_full_stop(text, stands):
    assert stands_in(text, "Oui. Le CAP dure 2\xa0ans, au lycée.") is stands
