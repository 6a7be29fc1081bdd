"""What somebody came for."""

import pytest

from eval.scripts.goal import lacking, reached, tells
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


def test_a_typed_fact_tells():
    typed = GivenFact(subject="s", property="study_duration", value="3")

    assert tells({"property": "study_duration", "value": "3"}, said("oui", typed))
    assert not tells({"property": "count", "value": "3"}, said("oui", typed))
    assert not tells({"property": "study_duration", "value": "4"}, said("oui", typed))


@pytest.mark.parametrize(
    ("wanted", "text", "told"),
    [
        ("study_duration", "Il faut 3 ans.", True),
        ("study_duration", "Il faut 3 mois de stage.", True),
        ("study_duration", "Le niveau 3 suffit.", False),
        ("diploma_level", "C'est un diplôme de niveau 3.", True),
        ("diploma_level", "3 ans après.", False),
        ("labour_tension", "La tension est de 3 sur 5.", True),
        ("count", "Il y en a 3.", False),
    ],
)
def test_a_single_digit_counts_only_beside_its_unit(wanted, text, told):
    assert tells({"property": wanted, "value": "3"}, said(text)) is told


@pytest.mark.parametrize(("low", "high"), [("1 800", "2 100"), ("800", "900"), ("3", "150")])
def test_a_range_needs_both_ends(low, high):
    value = f"{low}..{high}".replace(" ", "")
    wanted = {"property": "salary_entry", "value": value}

    assert tells(wanted, said(f"de {low} à {high} €"))
    assert not tells(wanted, said(f"dès {low} €"))
    assert not tells(wanted, said(f"jusqu'à {high} €"))


def test_words_are_found_whatever_their_accents():
    wanted = {"property": "diploma", "value": "CAP Maçon"}

    assert tells(wanted, said("Le cap macon suffit."))
    assert not tells(wanted, said("Un diplôme suffit."))
