"""Names of occupations, in both genders or one."""

import pytest

from eval.scorers.genders import both_genders, named_both_ways, sheet_pairs

PAIRS = (
    ("maraîcher", "maraîchère"),
    ("aide-jardinier", "aide-jardinière"),
    ("conducteur de tramway", "conductrice de tramway"),
    ("fleuriste", "fleuriste"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Un maraîcher ou une maraîchère sème.",
        "Les maraîchers et MARAÎCHÈRES sèment.",
        "Une maraîchère sème.",
        "Un·e maraîcher·ère sème.",
        "Le maraîcher(ère) sème.",
        "Conducteur ou conductrice de tramway",
        "Les aides-jardiniers et aides-jardinières sèment.",
        "Le conducteur de tramway roule. La conductrice aussi.",
    ],
)
def test_both_genders_or_the_feminine_are_right(text):
    assert named_both_ways(text, PAIRS).right


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Un maraîcher sème.", "maraîcher"),
        ("Les Maraîchers sèment.", "maraîcher"),
        ("Le maraîcher-floriculteur sème.", "maraîcher"),
        ("Le maraîcher/fleuriste sème.", "maraîcher"),
        ("Des aides-jardiniers sèment.", "aide-jardinier"),
        ("Un aide jardinier sème.", "aide-jardinier"),
        ("Les conducteurs\u00a0de tramway roulent.", "conducteur de tramway"),
    ],
)
def test_a_masculine_alone_is_wrong_and_named(text, name):
    score = named_both_ways(text, PAIRS)

    assert (score.value, score.why) == (0, f"only in the masculine: {name}")


def test_one_occupation_in_both_genders_does_not_excuse_another():
    score = named_both_ways("Maraîcher, maraîchère, aide-jardinier, conducteur de tramway.", PAIRS)

    assert score.why == "only in the masculine: aide-jardinier, conducteur de tramway"


@pytest.mark.parametrize("text", ["", "Un fleuriste vend.", "Un jardin maraîcherin.", "Un tramway"])
def test_a_text_without_gendered_name_is_not_scored(text):
    assert named_both_ways(text, PAIRS) is None


def test_the_names_are_those_of_our_sheets():
    assert ("soudeur", "soudeuse") in sheet_pairs()
    assert ("gendarme", "gendarme") in sheet_pairs()
    assert list(sheet_pairs()) == sorted(sheet_pairs())


def test_the_whole_reply_is_read(make_item, make_trace, say):
    alone = {"sentences": (say("Le soudeur assemble."),)}
    label = ("Soudeur, soudeuse : quel salaire ?",)

    assert not both_genders(make_item(), make_trace(**alone)).right
    assert both_genders(make_item(), make_trace(**alone, suggestions=label)).right
    assert both_genders(make_item(), make_trace()) is None
