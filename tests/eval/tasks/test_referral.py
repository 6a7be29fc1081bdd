"""Bodies and profiles, right and wrong."""

import pytest

from assistant.profile import Profile
from assistant.question import Question
from eval.tasks.referral import score_bodies, score_profile

DUE = {"cep": ["france_travail"], "never": ["apec"], "others_any": ["cma", "cci"]}


@pytest.mark.parametrize(
    ("named", "right"),
    [
        (["france_travail", "cci"], True),
        (["cci"], False),
        (["france_travail", "cci", "apec"], False),
        (["france_travail"], False),
    ],
)
def test_bodies_are_those_the_rules_give(subject, make_item, referred, named, right):
    assert score_bodies(subject(said=referred(*named)), make_item(**DUE)).right is right


def test_every_branch_left_open_is_named(subject, make_item, referred):
    branches = {"executive": {"non": ["avenir_actifs"], "oui": ["apec"]}}
    item = make_item(cep=[], cep_conditional=branches, never=[], others_any=[])

    assert score_bodies(subject(said=referred("apec", "avenir_actifs")), item).right
    assert not score_bodies(subject(said=referred("avenir_actifs")), item).right


def test_what_was_stated_must_be_read(subject, make_item):
    item = make_item(profile={"age": 22, "situation": "lyceen"})
    read = Question(text="", search_text="", profile=Profile(age=22))

    score = score_profile(subject(read=read), item)

    assert score.value == 0
    assert "lyceen" in score.why
    assert "22" not in score.why
