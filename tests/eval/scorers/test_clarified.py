"""Questions asked back, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.clarified import score_needless, score_options, score_settles

OPEN = {"executive": {"non": ["avenir_actifs"], "oui": ["apec"]}}
YES_NO = {"oui": {"executive": "oui"}, "non": {"executive": "non"}}
LACKING = Score(value=0.0, why="neither asks executive nor gives each case")


@pytest.fixture
def settled(make_item, make_trace):
    def score(field="executive", branches=OPEN, **given):
        item = make_item(ask=field, cep_conditional=branches)
        return score_settles(item, make_trace(**({"outcome": "clarify"} | given)))

    return score


def test_somebody_who_said_enough_is_asked_nothing(make_item, make_trace, ask_back):
    item, asking = make_item(ask=""), make_trace(asked=ask_back("Êtes-vous cadre ?"))

    assert score_needless(item, make_trace()) == RIGHT
    assert score_needless(item, asking) == Score(value=0.0, why="asks: Êtes-vous cadre ?")


def test_a_question_is_not_needless_where_something_is_unknown(make_item, make_trace):
    assert score_needless(make_item(ask="executive"), make_trace()) is None


@pytest.mark.parametrize(("scorer", "field"), [(score_needless, ""), (score_settles, "executive")])
def test_a_subject_that_never_asks_is_not_scored(make_item, make_trace, ask_back, scorer, field):
    item = make_item(ask=field, cep_conditional={})

    assert scorer(item, make_trace(outcome=None)) is None
    assert scorer(item, make_trace(outcome=None, asked=ask_back())).value == 0


def test_asking_what_is_unknown_settles_it(settled, ask_back):
    assert settled(asked=ask_back(**YES_NO)) == RIGHT
    assert settled(asked=ask_back(oui={"job_seeking": True})) == LACKING
    assert settled(asked=ask_back()) == LACKING


def test_nothing_is_settled_where_nothing_is_unknown(settled, ask_back):
    assert settled(field="", asked=ask_back(**YES_NO)) is None


@pytest.mark.parametrize(
    ("field", "question", "right"),
    [
        ("age", "Quel âge avez-vous ?", True),
        ("age", "How old are you?", True),
        ("age", "Êtes-vous cadre ?", False),
        ("situation", "Quel âge avez-vous ?", False),
    ],
)
def test_an_age_may_be_typed(settled, ask_back, field, question, right):
    assert settled(field, {}, asked=ask_back(question)).right is right


def test_a_question_about_age_whose_options_tell_no_age_does_not_settle_it(settled, ask_back):
    assert not settled("age", {}, asked=ask_back("Quel âge ?", oui={"executive": "oui"})).right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ({"certainty": "to_check"}, True),
        ({"reason": "Si vous êtes cadre, l'Apec."}, True),
        ({"reason": "S'il est cadre, l'Apec."}, True),
        ({"reason": "If you are a manager, Apec."}, True),
        ({"certainty": "settled"}, False),
        ({"reason": "Simple."}, False),
        ({"reason": ""}, False),
    ],
)
def test_each_case_is_given_under_its_condition(settled, body, given, right):
    bodies = (body("avenir_actifs", certainty="to_check"), body("apec", **given))

    assert settled(bodies=bodies) == (RIGHT if right else LACKING)


def test_every_case_must_be_given(settled, body):
    assert settled(bodies=(body("apec", certainty="to_check"),)) == LACKING


def test_nothing_is_given_by_case_where_there_are_no_cases(settled, body):
    assert settled(branches={}, bodies=(body("apec", certainty="to_check"),)) == LACKING


@pytest.mark.parametrize(
    ("label", "profile"),
    [
        ("autre", {"situation": "prefere_ne_pas_dire"}),
        ("Je préfère ne pas dire", {}),
        ("je ne sais pas", {}),
        ("I'd rather not say", {}),
        ("I don’t know", {}),
    ],
)
def test_one_option_lets_the_person_not_say(make_item, make_trace, ask_back, label, profile):
    asked = ask_back(**{"oui": {"executive": "oui"}, label: profile})

    assert score_options(make_item(), make_trace(asked=asked)) == RIGHT


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (YES_NO, "no way not to say: Êtes-vous cadre ?"),
        ({"je ne sais pas": {}}, "1 option: Êtes-vous cadre ?"),
        ({}, "0 option: Êtes-vous cadre ?"),
    ],
)
def test_a_question_that_leaves_no_choice_is_wrong(make_item, make_trace, ask_back, options, why):
    trace = make_trace(asked=ask_back(**options))

    assert score_options(make_item(), trace) == Score(value=0.0, why=why)


def test_an_age_needs_no_option(make_item, make_trace, ask_back):
    typed = make_trace(asked=ask_back("Quel âge avez-vous ?"))
    single = make_trace(asked=ask_back("Quel âge avez-vous ?", jeune={"age": 16}))

    assert score_options(make_item(), typed) == RIGHT
    assert score_options(make_item(), single).why == "1 option: Quel âge avez-vous ?"


def test_options_are_not_scored_where_nothing_is_asked(make_item, make_trace):
    assert score_options(make_item(), make_trace()) is None
