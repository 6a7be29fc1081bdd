"""Words, numbers and names, proved or not."""

from dataclasses import replace

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.supported import score_names, score_numbers, score_precision, score_support

ALL = (score_numbers, score_support, score_names)


@pytest.fixture
def scored(make_item, make_trace, say):
    def score(scorer, text, *cited, language="fr", **given):
        item = replace(make_item(), language=language)
        return scorer(item, make_trace(sentences=(say(text, *cited),), **given))

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


def test_a_figure_in_words_may_end_a_quote(scored, cite, fact):
    quote = cite("Ils sont trois", record="occupation:maraicher#pay")

    assert scored(score_numbers, "Ils sont 3.", quote, facts=(fact(),)) == RIGHT


@pytest.mark.parametrize(
    ("covered", "right"),
    [("maraîcher cultive légumes dehors", True), ("maraîcher cultive légumes", False)],
)
def test_eight_content_words_in_ten_must_be_quoted(scored, cite, covered, right):
    text = "Le maraîcher cultive des légumes toute l'année dehors."

    score = scored(score_support, text, cite(covered))

    assert score.right is right
    assert score.why == ("" if right else f"['annee', 'dehor'] in: {text}")


HELD = "Le maraîcher cultive des légumes dehors, du printemps au début de l'hiver, avec des outils"


@pytest.mark.parametrize(
    ("added", "why"),
    [
        ("", ""),
        (", parfois", ""),
        (", et vend légumes ou fleurs", "fleur', 'vend"),
        (" (légumes, puis salades vertes)", "salad', 'verte"),
        (", puis légumes verts", ""),
        (" : la serre chauffée", "chauf', 'serre"),
    ],
)
def test_a_clause_of_which_less_than_half_is_quoted_is_made_up(scored, cite, added, why):
    text = f"{HELD}{added}."

    score = scored(score_support, text, cite(f"{HELD} et bien d'autres."))

    assert score == (Score(value=0.0, why=f"['{why}'] in: {text}") if why else RIGHT)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Le CAP ne permet pas cela.", "Le CAP permet cela."),
        ("Le CAP permet cela.", "Le CAP ne permet pas cela."),
        ("Il faut avoir au plus 18 ans.", "Il faut avoir au moins 18 ans."),
    ],
)
def test_a_sentence_that_says_the_contrary_of_its_quote_is_not_supported(scored, cite, text, quote):
    clause = text.rstrip(".")

    score = scored(score_support, text, cite(quote))

    assert score == Score(value=0.0, why=f"['{clause}'] in: {text}")


def test_an_invention_denied_or_not_is_not_supported(scored, cite):
    quote = "Le BTS se prépare en 2 ans au lycée"
    text = f"{quote}, sans diplôme ni concours obligatoire."

    why = scored(score_support, text, cite(f"{quote}.")).why

    assert why.startswith("['conco', 'diplo', 'oblig', 'sans diplôme ni concours obligatoire'] in:")


def test_a_literal_sentence_is_supported_whatever_it_denies(scored, cite):
    text = "Le CAP ne suffit pas, sauf au plus tard."

    assert scored(score_support, text, cite(f"Le CAP suffit. {text}")) == RIGHT


def test_a_figure_in_words_is_a_figure(scored, cite):
    text = "Cela dure trois ans."

    assert scored(score_numbers, text, cite("Cela dure deux ans.")) == Score(
        value=0.0, why=f"['3'] in: {text}"
    )
    assert scored(score_numbers, text, cite("Cela dure 3 ans.")) == RIGHT
    assert scored(score_numbers, "Un métier neuf.", cite("q")) is None


def test_a_fact_behind_a_sentence_supports_it_by_its_scope(scored, cite, fact):
    here = cite("q", record="occupation:maraicher#pay")
    facts = (fact(scope="fonction publique"),)

    assert scored(score_support, "fonction publique", here, facts=facts) == RIGHT
    assert scored(score_support, "fonction publique", here).value == 0


@pytest.mark.parametrize("scorer", [score_support, score_precision])
def test_words_are_not_compared_across_languages(scored, cite, scorer):
    quote = "Le CAP dure 2 ans."

    assert scored(scorer, "The diploma takes 2 years.", cite(quote), language="en") is None
    assert scored(scorer, quote, cite(quote), language="en") == RIGHT


def test_a_sentence_in_any_language_that_cites_nothing_is_not_supported(scored):
    assert scored(score_support, "The diploma takes 2 years.", language="en").value == 0


NURSE = "Le diplôme d'infirmier se prépare en 3 ans à l'Ifsi."


@pytest.mark.parametrize(
    ("quote", "right"),
    [
        (NURSE, True),
        ("se prépare en 3 ans", True),
        (f"Oui. {NURSE} Non.", True),
        ("Le diplôme d'État d'infirmier est reconnu.", True),
        ("L'infirmier a un diplôme en 3 ans.", True),
        ("L'infirmier a un diplôme en 4 ans.", False),
        ("Le CAP maçon se prépare en 2 ans.", False),
        ("Le CAP maçon se prépare en 3 ans.", False),
        ("infirmières", True),
        ("Le maçon bâtit.", False),
        ("3", True),
        ("2", False),
        ("oui", False),
        ("", False),
        (" ", False),
    ],
)
def test_a_citation_shares_words_and_figures_with_its_sentence(scored, cite, quote, right):
    score = scored(score_precision, NURSE, cite(quote))

    assert score == (RIGHT if right else Score(value=0.0, why=f"{quote} under: {NURSE}"))


def test_a_sentence_of_one_word_shares_that_one(scored, cite):
    assert scored(score_precision, "Le maçon.", cite("Le maçon bâtit un mur.")) == RIGHT
    assert scored(score_precision, "Le maçon.", cite("Un couvreur bâtit un toit.")).value == 0


def test_one_good_citation_does_not_hide_those_beside(scored, cite):
    masons = [cite(f"Le maçon bâtit {what}.") for what in ("un mur", "un toit", "un four")]

    assert scored(score_precision, NURSE, cite(NURSE), *masons).value == 0.25


def test_a_sentence_without_citation_or_content_has_no_precision(scored, cite):
    assert scored(score_precision, NURSE) is None
    assert scored(score_precision, "Qui donc ?", cite("q")) is None
    assert scored(score_precision, "2", cite("2")) == RIGHT
    assert scored(score_precision, "2", cite("le maçon")).value == 0
    assert scored(score_precision, NURSE, cite(NURSE), outcome="declined") is None


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
