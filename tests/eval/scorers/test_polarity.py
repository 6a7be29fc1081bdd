"""Denials and bounds, kept or turned."""

import pytest

from eval.scorers.polarity import marks, turned


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Il n'est pas ouvert", {"not"}),
        ("aucune condition", {"not"}),
        ("sans diplôme ni concours", {"not"}),
        ("on ne peut refuser", {"not"}),
        ("il n’a plus rien", {"not"}),
        ("il ne dure que 2 ans", set()),
        ("ce n'est qu'un début", set()),
        ("it doesn't", {"not"}),
        ("au moins 18 ans", {"least"}),
        ("à partir de 16 ans, plus de", {"least"}),
        ("18 ans au plus", {"most"}),
        ("jusqu'à 9 mois", {"most"}),
        ("dans la limite de 1 600 €", {"most"}),
        ("pas plus de 3", {"not", "least"}),
        ("la nuit, une année, le nord", set()),
    ],
)
def test_a_text_denies_or_bounds_by_its_words(text, kinds):
    assert marks(text) == kinds


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Le CAP permet cela", "Le CAP permet cela."),
        ("La formation dure 2 ans sans concours.", "La formation dure 2 ans, sans concours."),
        ("La formation dure 2 ans, sans concours.", "La formation dure 2 ans sans concours."),
        ("L'accès, sans diplôme, est libre.", "L'accès est libre ; aucun diplôme n'est exigé."),
        ("Un bilan dure 24 heures maximum.", "Un bilan dure 24 heures au plus."),
        ("Un bilan dure 24 heures.", "Un bilan dure 24 heures au plus."),
        ("Le CAP permet cela.", "Le BTS ne permet rien. Le CAP permet cela."),
        ("Le BTS ne permet rien.", "Le CAP permet cela. Le BTS ne permet rien."),
        ("Pas de doute.", "Ce n'est pas le cas."),
        ("2,5 ans : pas moins", "Pas moins de 2,5 ans"),
        (", ;", "rien"),
    ],
)
def test_what_denies_and_bounds_alike_is_kept(text, quote):
    assert turned(text, [quote]) == []


@pytest.mark.parametrize(
    ("text", "quote", "clause"),
    [
        ("Le CAP ne permet pas cela.", "Le CAP permet cela.", "Le CAP ne permet pas cela"),
        ("Le CAP permet cela.", "Le CAP ne permet pas cela.", "Le CAP permet cela"),
        ("Ouvert à tous, au plus 18 ans", "Ouvert à tous, au moins 18 ans", "au plus 18 ans"),
        ("Au moins 18 ans.", "18 ans.", "Au moins 18 ans"),
        ("Sans doute.", "Le CAP.", "Sans doute"),
        ("Le CAP permet cela.", "Le BTS permet. Le CAP ne permet pas cela.", "Le CAP permet cela"),
    ],
)
def test_what_denies_or_bounds_otherwise_is_turned(text, quote, clause):
    assert turned(text, [quote]) == [clause]


def test_any_quote_may_hold_what_is_said():
    assert turned("Le CAP ne permet pas cela.", ["Le maçon.", "Le CAP ne permet pas cela."]) == []
    assert turned("Pas de doute.", ["Le maçon.", "Aucun lycée."]) == []
    assert turned("Pas cela.", []) == ["Pas cela"]
    assert turned("Cela.", []) == []
