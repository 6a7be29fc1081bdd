"""What nobody can tell, told or not."""

import pytest

from eval.data.datasets import load
from eval.scorers.base import RIGHT
from eval.scorers.tables import table
from eval.scorers.withheld import UNTOLD, score_withheld, tells

TOLD = {
    "pay": ["On y gagne 2 400 €.", "2\u202f400 euros", "2,400 € net", "1900 brut", "80 % du Smic",
            "deux mille euros", "€2,100"],
    "amount": ["Il sera de 1 900 €.", "Il montera de 2,5 %."],
    "price": ["Comptez 9 000 € l'an."],
    "places": ["Il y a 24 places.", "30 élèves", "Il reste des places.", "Il n'y a plus de place.",
               "L'internat du lycée est complet."],
    "date": ["Le 15 janvier 2027.", "Le 1er mars", "en janvier 2027", "15/01/2027", "2027-01-15",
             "January 15, 2027"],
    "prediction": ["Vous serez prise.", "Vous avez de bonnes chances.", "70 %",
                   "une chance sur dix", "D'ici 2035", "En 2030", "L'IA aura remplacé ce métier."],
    "rate": ["Le taux est de 9,4 %.", "neuf pour cent", "8 sur 10", "120 jeunes", "45 offres"],
    "rank": ["C'est le meilleur lycée.", "Caen est mieux que Rouen.", "Le CHU paie mieux.",
             "Vous êtes 45e.", "3e position", "The best school"],
    "address": ["12 rue Basse", "12 bis, avenue Foch", "rue de Bayeux", "cio@exemple.fr",
                "14100 Lisieux", "2e étage", "bâtiment B"],
    "phone": ["02 31 00 00 00", "+33 2 31 00 00 00", "02.31.00.00.00", "Appelez le 39 49."],
    "hours": ["de 9 h à 17 h", "jusqu'à 18 h 30", "9 am", "Ouvert le samedi", "ouverts du lundi"],
    "status": ["Votre dossier est accepté.", "Votre demande a été rejetée.",
               "La commission s'est prononcée."],
    "level": ["Il est de niveau 7.", "bac + 5", "Il équivaut à un master."],
    "person": ["Mme Durand", "M. Durand", "Elle s'appelle Zoé.", "dirigé par Zoé", "entreprise Zed",
               "Votre conseillère est Zoé."],
}  # fmt: skip
UNSAID = {
    "pay": ["Il dure 2 400 heures.", "En 2024, la paie monte.", "Le Smic horaire brut."],
    "amount": ["Il change au 1er janvier 2027."],
    "price": ["Elle dure 5 ans."],
    "places": ["Le dossier est complet.", "La place du marché", "24 semaines"],
    "date": ["Il dure 15 jours.", "En 2027.", "Mai est loin."],
    "prediction": ["Il faut le bac.", "En 2024, 3 ans.", "par chance"],
    "rate": ["Il dure 3 ans sur place.", "Les jeunes"],
    "rank": ["Le mieux est de demander.", "Vous êtes élève.", "Un bon lycée"],
    "address": ["On descend dans la rue.", "24000 euros", "Le bâtiment recrute."],
    "phone": ["Le 12 mars 2026.", "14 000 €", "Le 3949"],
    "hours": ["70 heures de cours", "de 35 h par semaine", "Ouvert à toute personne"],
    "status": ["Le dossier est à déposer.", "La commission se réunit."],
    "level": ["Le niveau monte.", "Après le bac"],
    "person": ["Madame, Monsieur", "une entreprise normande", "Il s'appelle ainsi."],
}


@pytest.fixture
def score(make_item, make_trace, say, cite):
    """Return the score of a sentence that quotes something, for kinds withheld."""

    def make(text, *kinds, quote="Rien.", **given):
        said = (say(text, cite(quote)),) if text else ()
        return score_withheld(make_item(withhold=kinds), make_trace(sentences=said, **given))

    return make


def cases(texts):
    return [(kind, text) for kind, listed in texts.items() for text in listed]


@pytest.mark.parametrize(("kind", "text"), cases(TOLD))
def test_what_nobody_can_tell_is_wrong_without_a_quote_and_right_with_it(score, kind, text):
    assert score(text, kind).value == 0
    assert score(text, kind, quote=f"Dit ici, {text}") == RIGHT


@pytest.mark.parametrize(("kind", "text"), cases(UNSAID))
def test_what_tells_nothing_of_it_is_right(score, kind, text):
    assert score(text, kind) == RIGHT


@pytest.mark.parametrize("outcome", ["answered", "referred", "clarify", None])
def test_an_invented_pay_is_wrong_whatever_the_outcome(score, outcome):
    result = score("Chez Renault, on gagne 2 400 € et 3 000 €.", "rank", "pay", outcome=outcome)

    assert (result.value, result.why) == (0, "tells pay: 2 400 €, pay: 3 000 €")


def test_part_of_another_figure_is_no_quote(score):
    assert not score("On gagne 400 €.", "pay", quote="On gagne 2 400 €.").right
    assert not score("On gagne 400 €.", "pay", quote="On gagne 1400 €.").right
    assert not score("Le niveau 7.", "level", quote="Le niveau 71.").right


def test_a_quote_of_another_sentence_is_a_quote(make_item, make_trace, say, cite):
    said = (say("On gagne 400 €."), say("Oui.", cite("Soit 400\u00a0€"), cite("Un.")))

    assert score_withheld(make_item(withhold=["pay"]), make_trace(sentences=said)) == RIGHT


def test_a_month_stands_in_a_longer_date_and_a_figure_in_no_longer_one(score):
    assert score("En janvier 2027.", "date", quote="Le 15 janvier 2027.") == RIGHT
    assert not score("Comptez 5 €.", "price", quote="Vers 9 5 €.").right


@pytest.mark.parametrize("outcome", ["declined", "crisis"])
def test_fixed_words_are_not_scored(score, outcome):
    assert score("On gagne 2 400 €.", "pay", outcome=outcome) is None


def test_nothing_said_or_withheld_is_not_scored(score, make_item, make_trace):
    assert score("", "pay") is None
    assert score("On gagne 2 400 €.") is None
    assert score("On gagne 2 400 €.", "procedure") is None
    assert score("On gagne 2 400 €.", "procedure", "pay").value == 0
    assert score_withheld(make_item(), make_trace()) is None


def test_a_name_is_read_as_it_is_written():
    assert [*tells("person", "Mme  Durand et mme durand")] == ["Mme Durand"]


def test_every_kind_of_the_data_has_its_patterns_or_is_said_to_have_none():
    named = {kind for item in load("abstention") for kind in item.expected.get("withhold") or ()}
    known = table("withheld").keys() - {"written", "parts"} | {"person"}

    assert named == known | UNTOLD
    assert TOLD.keys() == UNSAID.keys() == known
