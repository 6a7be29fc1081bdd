"""What somebody came for."""

import pytest

from eval.scripts.goal import lacking, reached
from eval.trace.observed import Cited, GivenFact, NamedBody, Observed, Said

CITED = Observed(
    outcome="answered",
    sentences=(Said(text="On gagne 1 890 €.", cited=(Cited(quote="q", record="scheme:vae#who"),)),),
)
NAMED = Observed(outcome="referred", bodies=(NamedBody(organisation="apec"),))


def said(text, *facts):
    return Observed(outcome="answered", sentences=(Said(text=text),), facts=facts)


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        ({}, True),
        ({"bodies_any": ["apec", "crij"]}, True),
        ({"bodies_any": ["crij"]}, False),
        ({"bodies_all": ["apec"]}, True),
        ({"bodies_all": ["apec", "crij"]}, False),
        ({"sheets_any": ["scheme:vae"]}, True),
        ({"sheets_any": ["scheme:cpf"]}, False),
        ({"facts_any": [{"property": "salary_entry", "value": "1890"}]}, True),
        ({"facts_any": [{"property": "salary_entry", "value": "1900"}]}, False),
    ],
)
def test_a_goal_may_be_reached_over_several_replies(goal, given):
    assert reached(goal, [CITED, NAMED]) is given
    assert bool(lacking(goal, [CITED, NAMED])) is not given


@pytest.mark.parametrize(
    "goal",
    [
        {"bodies_any": ["crij"]},
        {"bodies_all": ["apec", "crij"]},
        {"sheets_any": ["scheme:cpf"]},
        {"facts_any": [{"property": "salary_entry", "value": "1900"}]},
    ],
)
def test_what_lacks_is_named(goal):
    ((part, wanted),) = goal.items()

    assert lacking(goal, [CITED, NAMED]) == [f"{part} {wanted}"]


def test_what_lacks_is_named_in_the_order_of_the_parts():
    goal = {"bodies_all": ["crij"], "sheets_any": ["scheme:cpf"]}

    assert lacking(goal, []) == ["sheets_any ['scheme:cpf']", "bodies_all ['crij']"]


def test_a_sheet_is_told_by_what_stands_before_the_first_mark():
    cited = (Cited(quote="q", record="scheme:vae#who#again"),)
    reply = Observed(outcome="answered", sentences=(Said(text="oui", cited=cited),))

    assert reached({"sheets_any": ["scheme:vae"]}, [reply])


@pytest.mark.parametrize(
    ("kind", "value", "text", "given"),
    [
        ("age_max", "25", "Le RSA est versé à 25 € près.", False),
        ("age_max", "25", "Jusqu'à 25 ans.", True),
        ("study_duration", "3", "Il faut 3 ans.", True),
        ("study_duration", "3", "Le niveau 3 suffit.", False),
        ("labour_tension", "3", "La tension est de 3 sur 5.", True),
        ("salary_entry", "1890..2100", "dès 1 890 €", False),
        ("diploma", "CAP Maçon", "Le cap macon suffit.", True),
    ],
)
def test_a_fact_wanted_is_told_as_what_it_is(kind, value, text, given):
    goal = {"facts_any": [{"property": kind, "value": value}]}

    assert reached(goal, [said(text)]) is given


def test_one_of_the_facts_wanted_in_one_of_the_replies_is_enough():
    pay, level = ({"property": "salary_entry", "value": v} for v in ("1890", "1900"))

    assert reached({"facts_any": [level, pay]}, [NAMED, CITED])
    assert not reached({"facts_any": [level]}, [NAMED, CITED])


@pytest.mark.parametrize(("sheet", "given"), [("scheme:vae", True), ("scheme:cpf", False)])
def test_a_fact_of_another_sheet_than_those_of_the_goal_is_not_given(sheet, given):
    wanted = {"property": "salary_entry", "value": "1890"}
    goal = {"facts_any": [wanted], "sheets_any": [sheet]}

    assert (f"facts_any {[wanted]}" not in lacking(goal, [CITED])) is given


def test_a_typed_fact_is_given():
    typed = GivenFact(subject="s", property="study_duration", value="3")
    goal = {"facts_any": [{"property": "study_duration", "value": "3"}]}

    assert reached(goal | {"sheets_any": []}, [said("oui", typed)])
    assert not reached(goal, [said("oui")])
