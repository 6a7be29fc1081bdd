"""Words, numbers and names, proved or not."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.supported import score_names, score_numbers, score_support

ALL = (score_numbers, score_support, score_names)


@pytest.fixture
def scored(make_item, make_trace, say):
    def score(scorer, text, *cited, **given):
        return scorer(make_item(), make_trace(sentences=(say(text, *cited),), **given))

    return score


@pytest.mark.parametrize("scorer", ALL)
def test_what_is_quoted_is_supported(scored, cite, scorer):
    text = "Le BTS se prépare en 2 ans au lycée Malherbe."

    assert scored(scorer, text, cite(text)) == RIGHT
    assert scored(scorer, text, cite(text), outcome="crisis") is None


@pytest.mark.parametrize("scorer", ALL)
def test_what_cites_nothing_is_not_supported(scored, fact, scorer):
    facts = (fact(value="2", scope="BTS Malherbe prépare lycée"),)

    assert scored(scorer, "Le BTS se prépare en 2 ans au lycée Malherbe.", facts=facts).value == 0


@pytest.mark.parametrize("scorer", ALL)
def test_a_sentence_that_has_none_is_not_scored(scored, cite, scorer):
    assert scored(scorer, "Qui donc ?", cite("q")) is None


@pytest.mark.parametrize("scorer", ALL)
def test_the_share_of_the_sentences_supported_is_the_score(
    make_item, make_trace, say, cite, scorer
):
    good = say("Le BTS dure 2 ans.", cite("Le BTS dure 2 ans."))
    poor = say("Le CAP maçon prend 3 semaines.", cite("Le BTS dure 2 ans."))

    assert scorer(make_item(), make_trace(sentences=(good, poor, good, good))).value == 0.75


def test_a_number_no_quote_holds_is_told(scored, cite):
    score = scored(score_numbers, "En 3 ans, 20 %.", cite("20 % en 2 ans", title="3"))

    assert score == Score(value=0.0, why="['3'] in: En 3 ans, 20 %.")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"value": "1770..2300"}, "de 1 770 à 2 300 €"),
        ({"period": "depuis 2026-06-01"}, "depuis le 1er juin 2026"),
        ({"scope": "les 16 à 25 ans"}, "de 16 à 25 ans"),
        ({"value": "4", "unit": "class 1-5"}, "4 sur 5"),
    ],
)
def test_a_number_may_be_that_of_a_typed_fact(scored, cite, fact, given, text):
    here = cite("q", record="occupation:maraicher#pay")
    there = cite("q", record="occupation:fleuriste#pay")

    assert scored(score_numbers, text, here, facts=(fact(**given),)) == RIGHT
    assert scored(score_numbers, text, there, facts=(fact(**given),)).value == 0


@pytest.mark.parametrize(
    ("covered", "right"), [("maraîcher cultive légumes", True), ("maraîcher cultive", False)]
)
def test_six_content_words_in_ten_must_be_quoted(scored, cite, covered, right):
    text = "Le maraîcher cultive des légumes toute l'année dehors."

    score = scored(score_support, text, cite(covered))

    assert score.right is right
    assert score.why == ("" if right else f"['annee', 'dehor', 'legum'] in: {text}")


@pytest.mark.parametrize(
    ("said", "quote", "right"),
    [
        ("infirmières", "un infirmier", True),
        ("métiers", "ce métier", True),
        ("formation", "forme", False),
        ("contrat", "contraste", True),
        ("gaz", "gare", False),
        ("cas", "car", False),
        ("jeu", "jeux", True),
    ],
)
def test_words_are_the_same_by_their_first_letters(scored, cite, said, quote, right):
    assert scored(score_support, said, cite(quote)).right is right


def test_a_title_supports_and_a_publisher_does_not(scored, cite):
    assert scored(score_support, "boulanger", cite("q", title="Boulangère")) == RIGHT
    assert scored(score_support, "boulanger", cite("q", publisher="Boulanger")).value == 0


def test_every_title_supports(scored, cite):
    titled = [cite("q", title=title) for title in ("Métier", "Boulangère", "Études")]

    assert scored(score_support, "Un métier, boulanger, des études.", *titled) == RIGHT


def test_figures_and_little_words_are_no_content(scored, cite):
    assert scored(score_support, "Vous avez 2026 ou 15 % de ce", cite("q")) is None


def test_a_name_nothing_holds_is_told(scored, cite):
    text = "Il se prépare à Caen et à l'Ifsi."

    assert scored(score_names, text, cite("à Caen")) == Score(value=0.0, why=f"['ifsi'] in: {text}")


@pytest.mark.parametrize(
    "given", [{"quote": "caen"}, {"title": "À CAEN"}, {"publisher": "Ville de Caen"}]
)
def test_a_name_may_stand_in_quotes_titles_and_publishers(scored, cite, given):
    assert scored(score_names, "On se forme à Caen.", cite(**given)) == RIGHT


def test_a_name_may_stand_in_a_typed_fact(scored, cite, fact):
    here = cite("q", record="occupation:maraicher#pay")

    assert scored(score_names, "On gagne cela à Caen.", here, facts=(fact(scope="Caen"),)) == RIGHT


def test_a_part_of_a_word_is_no_name(scored, cite):
    assert scored(score_names, "On se forme à Caen.", cite("Caennais")).value == 0


@pytest.mark.parametrize(
    "text",
    [
        "Caen est loin.",
        "Oui. Caen est loin.",
        "Ville : Caen",
        "« Caen »",
        "Est-ce loin ? Caen",
        "loin !\nCaen",
        "à b C d",
    ],
)
def test_the_head_of_a_sentence_is_no_name(scored, cite, text):
    assert scored(score_names, text, cite("q")) is None


@pytest.mark.parametrize(
    "text", ["L'Apec sert.", "à l’Apec", "la CléA", "(France", "à Saint-Lô", "à Eu"]
)
def test_a_capital_elsewhere_makes_a_name(scored, cite, text):
    assert scored(score_names, text, cite("q")).value == 0
