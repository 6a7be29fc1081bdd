"""Bodies named, right and wrong."""

import pytest

from eval.scorers.base import RIGHT, Score
from eval.scorers.referred import (
    open_branches,
    score_bodies,
    score_conditions,
    score_extra,
    score_never,
    score_reasons,
)

EXPECTED = {
    "cep": ["avenir_actifs"],
    "cep_conditional": {},
    "others_any": ["transitions_pro", "mon_compte_formation"],
    "never": ["apec", "mission_locale"],
}
OPEN = {"executive": {"non": ["avenir_actifs"], "oui": ["apec", "cap_emploi"]}}


@pytest.fixture
def scored(make_item, make_trace, body):
    def score(scorer, *named, outcome="referred", **expected):
        trace = make_trace(outcome=outcome, bodies=tuple(body(key) for key in named))
        return scorer(make_item(**(EXPECTED | expected)), trace)

    return score


def test_the_bodies_due_with_a_useful_one_are_right(scored):
    assert scored(score_bodies, "avenir_actifs", "transitions_pro", "cio") == RIGHT


@pytest.mark.parametrize(
    ("named", "why"),
    [
        (["transitions_pro"], "lacks ['avenir_actifs'], names [] that can't serve"),
        (["avenir_actifs", "transitions_pro", "apec"], "lacks [], names ['apec'] that can't serve"),
        (["avenir_actifs"], "none of ['mon_compte_formation', 'transitions_pro']"),
    ],
)
def test_a_wrong_choice_of_bodies_says_which(scored, named, why):
    assert scored(score_bodies, *named) == Score(value=0.0, why=why)


def test_no_other_body_is_needed_where_none_is_listed(scored):
    assert scored(score_bodies, "avenir_actifs", others_any=[]) == RIGHT


def test_the_bodies_of_each_open_branch_are_due(scored):
    given = {"cep": [], "cep_conditional": OPEN, "others_any": [], "never": []}

    assert scored(score_bodies, "avenir_actifs", "apec", "cap_emploi", **given) == RIGHT
    assert "lacks ['cap_emploi']" in scored(score_bodies, "avenir_actifs", "apec", **given).why


def test_nothing_is_open_where_the_rules_settle_all():
    assert open_branches({"cep_conditional": OPEN}) == {"avenir_actifs", "apec", "cap_emploi"}
    assert open_branches({"cep_conditional": {}}) == open_branches({}) == set()


@pytest.mark.parametrize("scorer", [score_bodies, score_never, score_extra])
def test_a_subject_without_bodies_is_not_scored(scored, scorer):
    assert scored(scorer, outcome=None) is None
    assert scored(scorer, "apec", outcome=None).value == 0


def test_a_body_that_can_t_serve_is_never_named(scored):
    assert scored(score_never, "avenir_actifs") == RIGHT
    assert scored(score_never) == RIGHT
    assert scored(score_never, "apec", "cio") == Score(value=0.0, why="names ['apec']")


def test_nothing_can_be_named_wrongly_where_no_body_is_barred(scored):
    assert scored(score_never, "apec", never=[]) is None


OTHERS = ["cio", "crij", "cma", "cci", "opco", "cfa"]


@pytest.mark.parametrize(
    ("named", "why"),
    [
        (["avenir_actifs", "transitions_pro", *OTHERS], ""),
        (["cap_emploi", "france_travail", "mission_locale_x"], ""),
        ([], ""),
        (["avenir_actifs", "apec"], "names ['apec'] that serve others"),
        (["mission_locale", "apec"], "names ['apec', 'mission_locale'] that serve others"),
    ],
)
def test_only_bodies_that_serve_are_named(scored, named, why):
    given = {"cep_to_check": ["cap_emploi"], "cep_conditional": {"a": {"b": ["france_travail"]}}}

    assert scored(score_extra, *named, **given) == (Score(value=0.0, why=why) if why else RIGHT)


def test_naming_everybody_is_wrong(scored):
    score = scored(score_extra, "apec", *OTHERS, "mdph", never=[])

    everybody = sorted([*OTHERS, "mdph"])
    why = f"names ['apec'] that serve others, and everybody: {everybody}"
    assert score == Score(value=0.0, why=why)


@pytest.mark.parametrize(
    ("reason", "right"),
    [
        ("Si vous êtes cadre, l'Apec.", True),
        ("If you are an executive, Apec.", True),
        ("S'il le faut, l'Apec.", True),
        ("L'Apec, si vous êtes cadre.", False),
        ("", False),
    ],
)
def test_a_cep_body_that_may_serve_is_named_under_its_condition(
    make_item, make_trace, body, reason, right
):
    trace = make_trace(bodies=(body("apec", reason=reason),))

    assert score_extra(make_item(**EXPECTED | {"never": []}), trace).right is right
    assert score_extra(make_item(**EXPECTED), trace).value == 0


@pytest.mark.parametrize(
    "bare", [{"reason": " "}, {"legal_basis": " "}, {"reason": "", "legal_basis": ""}]
)
def test_every_body_has_its_reason_and_its_legal_basis(make_item, make_trace, body, bare):
    trace = make_trace(bodies=(body("apec"), body("cio", **bare)))

    assert score_reasons(make_item(), trace) == Score(value=0.5, why="cio")


def test_reasons_are_scored_where_bodies_are_named_by_a_subject_that_gives_them(scored):
    assert scored(score_reasons, "apec") == RIGHT
    assert scored(score_reasons) is None
    assert scored(score_reasons, "apec", outcome=None) is None


LEFT_OPEN = {"executive": {"non": ["avenir_actifs"], "oui": ["apec"]}}
IF_NOT = "Si vous n'êtes pas cadre, un conseiller vous accompagne."
IF = "Si vous êtes cadre, l'Apec vous accompagne."


@pytest.mark.parametrize(
    ("reasons", "value"),
    [
        ((IF, IF_NOT), 1.0),
        ((IF_NOT, IF), 0.0),
        ((IF, IF), 0.5),
        (("Pour tous.", IF_NOT), 0.5),
        (("If you are an executive (cadre), Apec", "If you are not an executive (cadre), it"), 1),
    ],
)
def test_a_body_left_open_states_its_own_condition(make_item, make_trace, body, reasons, value):
    apec, actifs = reasons
    bodies = (body("apec", reason=apec), body("avenir_actifs", reason=actifs), body("crij"))

    score = score_conditions(make_item(cep_conditional=LEFT_OPEN), make_trace(bodies=bodies))

    assert score.value == value


def test_a_wrong_condition_is_told(make_item, make_trace, body):
    trace = make_trace(bodies=(body("apec", reason=IF_NOT),))

    score = score_conditions(make_item(cep_conditional=LEFT_OPEN), trace)

    assert score.why == f"apec: {IF_NOT}"


def test_without_a_body_left_open_there_is_no_condition(make_item, make_trace, body):
    named = make_trace(bodies=(body("crij"),))

    assert score_conditions(make_item(cep_conditional=LEFT_OPEN), named) is None
    assert (
        score_conditions(make_item(cep_conditional={}), make_trace(bodies=(body("apec"),))) is None
    )
    assert score_conditions(make_item(), make_trace(bodies=(body("apec"),))) is None
