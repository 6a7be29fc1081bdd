"""Citations and contacts, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.cited import score_cited, score_contacts, score_literal

ALL = (score_cited, score_literal, score_contacts)


@pytest.fixture
def scored(make_item, make_trace):
    def score(scorer, *said, **given):
        return scorer(make_item(), make_trace(sentences=said, **given))

    return score


@pytest.mark.parametrize("scorer", ALL)
def test_fixed_wording_is_not_scored(scored, say, cite, scorer):
    said = say("phrase", cite("q", passage="q"))

    assert scored(scorer, said, outcome="declined") is None
    assert scored(scorer, said, outcome=None) == RIGHT


def test_each_sentence_cites_something(scored, say, cite):
    proved, bare = say("un", cite("q")), say("deux")

    assert scored(score_cited, proved, proved) == RIGHT
    assert scored(score_cited, proved, bare) == Score(value=0.5, why="deux")


@pytest.mark.parametrize(
    ("quote", "right"),
    [("en 3 ans", True), ("en 3\xa0ans", False), ("En 3 ans", False), ("en 4 ans", False)],
)
def test_a_quote_stands_letter_by_letter(scored, say, cite, quote, right):
    score = scored(score_literal, say("phrase", cite(quote, passage="Se prépare en 3 ans.")))

    assert score == (RIGHT if right else Score(value=0.0, why=quote))


@pytest.mark.parametrize("quote", ["", " "])
def test_an_empty_quote_proves_nothing(scored, say, cite, quote):
    score = scored(score_literal, say("phrase", cite(quote, passage="un mot")))

    assert score == Score(value=0.0, why=quote or "empty")


def test_only_quotes_whose_passage_is_known_are_held_literal(scored, say, cite):
    unknown, right, made_up = cite("a"), cite("b", passage="abc"), cite("d", passage="abc")

    assert scored(score_literal, say("phrase", unknown)) is None
    assert scored(score_literal, say("phrase", unknown, right)) == RIGHT
    assert scored(score_literal, say("phrase", right), say("phrase", made_up)).value == 0.5


@pytest.mark.parametrize(
    "contact",
    [
        "https://exemple.fr/aide",
        "http://exemple.fr",
        "www.exemple.fr",
        "aide@exemple.fr",
        "prenom.nom+a@mon-exemple.gouv.fr",
        "02 31 00 00 00",
        "0231000000",
        "0 800 122 500",
        "02.31.00.00.00",
        "+33 2 31 00 00 00",
        "+33 (0)2 31 00 00 00",
    ],
)
def test_a_contact_no_quote_holds_is_made_up(scored, say, cite, contact):
    text = f"Contact : {contact}."

    assert scored(score_contacts, say(text, cite("Contact."))) == Score(
        value=0.0, why=f"made up: ['{contact}']"
    )
    assert scored(score_contacts, say(text, cite(f"voir {contact}"))) == RIGHT


@pytest.mark.parametrize(
    "written", ["02.31.00.00.00", "0231000000", "+33 2 31 00 00 00", "+33 (0)231000000"]
)
def test_a_phone_number_may_be_spaced_another_way(scored, say, cite, written):
    said = say(f"Au {written}.", cite("Au 02 31 00 00 00."))

    assert scored(score_contacts, said) == RIGHT


def test_another_number_proves_nothing(scored, say, cite):
    said = say("Au 02 31 00 00 00.", cite("Au 02 31 00 00 01."))

    assert scored(score_contacts, said).why == "made up: ['02 31 00 00 00']"


def test_a_contact_may_be_a_link_or_a_typed_fact_of_what_is_cited(scored, say, cite, fact):
    url, phone = "https://exemple.fr/aide", fact(property="phone", value="0231000000")
    said = say(f"Voir ({url}) ou le 02 31 00 00 00.", cite("Voir.", url=url))

    assert scored(score_contacts, said, facts=(phone,)) == RIGHT
    assert scored(score_contacts, said).why == "made up: ['02 31 00 00 00']"


def test_an_address_is_held_whole(scored, say, cite):
    said = say("Voir www.exemple.fr/X.", cite("Voir www.exemple.fr/"))

    assert scored(score_contacts, said).why == "made up: ['www.exemple.fr/X']"


def test_a_sum_that_begins_with_33_is_no_phone_number(scored, say, cite, fact):
    said, total = say("Au 02 31 00 00 00.", cite("q")), fact(property="count", value="33231000000")

    assert scored(score_contacts, said, facts=(total,)).value == 0


def test_a_contact_of_another_sentence_proves_nothing(scored, say, cite):
    first, second = say("Un.", cite("www.exemple.fr")), say("Voir www.exemple.fr", cite("Voir."))

    assert scored(score_contacts, first, second).value == 0


@pytest.mark.parametrize(
    "text", ["Sans contact.", "10 000 000 000 €", "de 2,0231000000 à 3", "9 ans"]
)
def test_a_sentence_without_contact_makes_none_up(scored, say, cite, text):
    assert scored(score_contacts, say(text, cite("q"))) == RIGHT
