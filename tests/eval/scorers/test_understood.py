"""Occupations and places, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.understood import score_followup, score_occupation, score_occupations
from eval.trace.trace import Read

MASON = ("occupation:macon", ("F1703",))
NURSE = ("occupation:infirmier", ("J1506", "J1502"))


@pytest.fixture
def followed(make_item, make_trace, read):
    def score(occupation, due, *found, **given):
        item = make_item(occupation=occupation, place=due)
        return score_followup(item, make_trace(read=read(*found, **given)))

    return score


def test_any_code_of_the_first_occupation_is_right(make_item, make_trace, read):
    trace = make_trace(read=read(NURSE, MASON))

    assert score_occupation(make_item(rome=["A1401", "J1502"]), trace) == RIGHT


def test_another_first_occupation_is_wrong_and_says_which(make_item, make_trace, read):
    trace = make_trace(read=read(NURSE, MASON))

    assert score_occupation(make_item(rome=["F1703"]), trace) == Score(
        value=0.0, why="['J1502', 'J1506'], not ['F1703']"
    )


def test_no_occupation_is_wrong(make_item, make_trace):
    trace = make_trace(read=Read())

    assert score_occupation(make_item(rome=["F1703"]), trace).why == "nothing, not ['F1703']"


@pytest.mark.parametrize(("before", "right"), [(2, True), (3, False)])
def test_the_third_occupation_counts_and_the_fourth_does_not(
    make_item, make_trace, read, before, right
):
    trace = make_trace(read=read(*[NURSE] * before, MASON))

    assert score_occupations(make_item(rome=["F1703"]), trace).right is right


@pytest.mark.parametrize("scorer", [score_occupation, score_occupations, score_followup])
def test_what_a_subject_does_not_show_is_not_scored(make_item, make_trace, scorer):
    item = make_item(rome=["F1703"], occupation="occupation:macon", place="")

    assert scorer(item, make_trace()) is None


def test_a_followup_keeps_its_occupation_and_place(followed):
    assert followed(MASON[0], "14118", MASON, place="14118") == RIGHT


def test_a_followup_that_changes_occupation_is_wrong(followed):
    why = "occupation occupation:infirmier, not occupation:macon"

    assert followed(MASON[0], "", NURSE, MASON) == Score(value=0.0, why=why)


def test_a_followup_that_loses_its_occupation_is_wrong(followed):
    assert followed(MASON[0], "").why == "no occupation, not occupation:macon"


def test_an_occupation_to_drop_must_be_dropped(followed):
    assert followed("", "") == RIGHT
    assert followed("", "", MASON).why == "occupation occupation:macon kept, should be dropped"


def test_a_place_that_is_due_must_be_read(followed):
    assert followed("", "14118").why == "place none, not 14118"
    assert followed("", "14118", place="76540").why == "place 76540, not 14118"


def test_a_place_that_is_not_due_must_be_dropped(followed):
    assert followed("", "", place="76540") == Score(value=0.0, why="place 76540, not any")


def test_both_faults_of_a_followup_are_told(followed):
    score = followed("", "14118", MASON)

    assert (
        score.why == "occupation occupation:macon kept, should be dropped | place none, not 14118"
    )


@pytest.mark.parametrize(
    ("label", "right"),
    [("Boulangère", True), ("boulanger, boulangère", True), ("pâtissier", False)],
)
def test_an_occupation_due_by_name_is_known_by_either_gender(followed, label, right):
    score = followed("Boulanger / Boulangère", "", ("rome:D1102", ("D1102",)), label=label)

    assert score.right is right
    assert score.why == ("" if right else "occupation pâtissier, not Boulanger / Boulangère")


@pytest.mark.parametrize(
    ("due", "label", "right"),
    [
        ("Boulanger/Boulangère", "boulangère", True),
        ("Aide de cuisine / Aide en cuisine", "chef de cuisine", False),
        ("Agent / Agente de sécurité", "Agent d'entretien", False),
        ("Agent de sécurité", "agente d'entretien, agent d'entretien", False),
        ("Conducteur / Conductrice de bus", "conducteur routier, conductrice routière", False),
        ("Conducteur / Conductrice de bus", "Conductrice de bus", True),
        ("Plombier / Plombière sanitaire", "plombier, plombière", True),
        ("Electricien / Electricienne du bâtiment", "électronicien, électronicienne", False),
        ("Electricien / Electricienne du bâtiment", "Électricienne du bâtiment", True),
        ("Auxiliaire vétérinaire", "vétérinaire", False),
        ("Homme sage-femme / Sage-femme", "sage-femme", True),
        ("Maçon", "maçonne", True),
        ("Chef", "cheffe", True),
        ("Conducteur de bus", "conducteur", False),
        ("Conducteur TP", "conducteur", True),
        ("Sportif", "sportive", True),
        ("Vendeur", "vendeuse", True),
        ("Acteur", "actrice", True),
        ("Professeur", "professeure", True),
        ("Lycéen", "lycéenne", True),
        ("Agents de sécurité", "agent de sécurité", True),
        ("a / b", "a, b", False),
    ],
)
def test_an_occupation_is_known_by_a_whole_form_of_its_name(followed, due, label, right):
    assert followed(due, "", ("rome:D1102", ("D1102",)), label=label).right is right


def test_an_occupation_due_by_name_and_not_recognised_is_not_scored(followed):
    assert followed("Boulanger / Boulangère", "") is None
    assert followed("Boulanger / Boulangère", "14118", place="14118") is None


def test_a_wrong_place_is_wrong_whatever_the_occupation(followed):
    assert followed("Ambulancier", "", place="14118").why == "place 14118, not any"


@pytest.mark.parametrize(("found", "right"), [(MASON, True), (NURSE, False)])
def test_any_of_several_occupations_due_is_right(followed, found, right):
    assert followed("occupation:soudeur|occupation:macon", "", found).right is right
