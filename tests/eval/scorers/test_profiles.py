"""What is read of a person, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.profiles import score_profile_precision, score_profile_recall

BOTH = (score_profile_recall, score_profile_precision)
STATED = {"situation": "demandeur_emploi", "age": 42}


@pytest.fixture
def scored(make_item, make_trace, read):
    def score(scorer, stated, **known):
        return scorer(make_item(profile=stated), make_trace(read=read(profile=known)))

    return score


@pytest.mark.parametrize("scorer", BOTH)
def test_what_was_stated_and_nothing_else_is_right(scored, scorer):
    assert scored(scorer, STATED, **STATED) == RIGHT


@pytest.mark.parametrize("scorer", BOTH)
def test_what_a_subject_does_not_show_is_not_scored(make_item, make_trace, scorer):
    assert scorer(make_item(profile=STATED), make_trace()) is None


@pytest.mark.parametrize("scorer", BOTH)
def test_the_reply_tells_where_the_step_is_not_seen(make_item, make_trace, scorer):
    item = make_item(profile=STATED)

    assert scorer(item, make_trace(understood=STATED)) == RIGHT
    assert scorer(item, make_trace(understood={"age": 43})).value == 0


def test_what_the_step_read_comes_before_what_the_reply_tells(make_item, make_trace, read):
    trace = make_trace(read=read(profile={}), understood=STATED)

    assert score_profile_recall(make_item(profile=STATED), trace).value == 0


def test_a_fact_lost_or_misread_lowers_recall(scored):
    half = Score(value=0.5, why="situation not read as demandeur_emploi")

    assert scored(score_profile_recall, STATED, age=42) == half
    assert scored(score_profile_recall, STATED, age=42, situation="etudiant") == half


def test_recall_says_nothing_of_a_person_who_stated_nothing(scored):
    assert scored(score_profile_recall, {}, age=42) is None


def test_a_fact_made_up_or_misread_lowers_precision(scored):
    read_as = {"age": 24, "situation": "demandeur_emploi"}

    assert scored(score_profile_precision, STATED, **read_as) == Score(
        value=0.5, why="age read as 24"
    )
    assert scored(score_profile_precision, {}, disability="oui").why == "disability read as oui"


def test_what_a_situation_means_by_itself_is_not_made_up(scored):
    implied = {"job_seeking": True, "employed": False, "sector": "aucun"}

    assert scored(score_profile_precision, STATED, **STATED, **implied) == RIGHT
    assert scored(score_profile_precision, {"age": 42}, **implied).value == 0


@pytest.mark.parametrize(
    ("situation", "implied"),
    [
        ("demandeur_emploi", {"employed": False, "job_seeking": True, "sector": "aucun"}),
        ("salarie_prive", {"employed": True, "sector": "prive"}),
        ("contrat_pro", {"employed": True, "sector": "prive"}),
        ("etudiant_salarie", {"employed": True}),
        ("independant", {"employed": True, "sector": "independant", "executive": "sans_objet"}),
        ("agent_public", {"sector": "public"}),
        ("retraite", {}),
    ],
)
def test_each_situation_means_what_its_words_say(scored, situation, implied):
    stated = {"situation": situation}
    sure = {"employed", "job_seeking", "sector", "executive"}

    assert scored(score_profile_precision, stated, **stated, **implied) == RIGHT
    for field in sure - implied.keys():
        assert scored(score_profile_precision, stated, **{field: "x"}).value == 0


def test_what_was_stated_comes_before_what_its_situation_means(scored):
    stated = {"situation": "demandeur_emploi", "employed": True}

    assert scored(score_profile_precision, stated, employed=True) == RIGHT
    assert scored(score_profile_precision, stated, employed=False).value == 0


def test_precision_says_nothing_where_nothing_is_read(scored):
    assert scored(score_profile_precision, STATED) is None


def test_a_place_is_not_judged(scored):
    assert scored(score_profile_precision, STATED, commune="14118") is None
    assert scored(score_profile_precision, STATED, commune="14118", age=42) == RIGHT
