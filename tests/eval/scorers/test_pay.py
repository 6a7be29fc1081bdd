"""Pay, told with its date and its source or not."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.pay import score_pay_dated

DATED = "Au début, on gagne 1 770 € brut en 2024."


@pytest.fixture
def scored(make_item, make_trace, say, cite):
    def score(text, publisher="Onisep", **given):
        said = say(text, cite("q", publisher=publisher))
        return score_pay_dated(make_item(), make_trace(sentences=(said,), **given))

    return score


def test_pay_carries_its_year_and_its_publisher(scored):
    assert scored(DATED) == RIGHT
    assert scored(DATED, publisher="") == Score(value=0.0, why=DATED)
    assert scored(DATED, outcome="declined") is None


@pytest.mark.parametrize(
    "text",
    [
        "On gagne 1 770 € brut.",
        "Salaire : 2024 €.",
        "Un salaire de 1990 à 2024 euros.",
        "Oui. Un salaire de 1.500 €. Non.",
        "Un salaire de 1990 à 2 300,50 €.",
        "Salaire : 12,2024 €.",
        "Le Smic est de 1 867,02 EUR, page 120240.",
        "Le Smic est de 1 867,02 €, en 1899 ou en 2100.",
        "Un salaire de 1 900 € brut par mois pour 2000 heures.",
        "Un salaire de 1 900 € brut, en 2000 heures.",
        "Un salaire de 1 900 € brut, page 2024.",
        "Un salaire de 1 900 € (page 2024).",
        "Un salaire de 1 900 € (2024 heures).",
    ],
)
def test_pay_without_a_year_is_wrong(scored, text):
    assert scored(text) == Score(value=0.0, why=text)


@pytest.mark.parametrize(
    "text",
    [
        "En 2024, 1 770 € de salaire.",
        "En 1999 : 1\u202f770\xa0euros net.",
        "Rémunération de 1 770 à 2 300 € (2024).",
        "Le Smic est de 1 867,02 € depuis le 1er juin 2026.",
        "Salaire : 1 770 € (France, donnée publiée : 2024).",
        "Salaire : 1 770 €, données 2024.",
        "Salaire : 1 770 € ( 2024 ).",
        "Salaire (1 770 € 2024).",
        "Salaire : 1 770 €, montant de mai 2021.",
        "Salaire : 1 770 €, grille de 2022",
        "Salaire au 01/06/2026 : 1 770 €.",
        "Pay: 1 770 € gross (figure published: 2024).",
        "Page 2024, salaire : 1 770 € en 2023.",
    ],
)
def test_pay_with_a_year_beside_its_amounts_is_right(scored, text):
    assert scored(text) == RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "Le CPF donne 500 € par an.",
        "Le salaire dépend de la région.",
        "Un salaire part du Smic en 2 ans.",
        "Le CPF donne 500 €. Le salaire ne compte pas.",
        "Le CPF donne 500 €\nLe salaire ne compte pas.",
    ],
)
def test_an_amount_that_is_not_earned_is_no_pay(scored, text):
    assert scored(text) is None


def test_the_share_of_pay_told_right_is_the_score(make_item, make_trace, say, cite):
    good, bare = say(DATED, cite("q"), cite("q", publisher="Onisep")), say("Smic : 12 €.")
    trace = make_trace(sentences=(good, bare, say("Autre chose.")))

    assert score_pay_dated(make_item(), trace) == Score(value=0.5, why="Smic : 12 €.")
