"""Sheets for one precise situation."""

import pytest

from assistant.profile import Need, Profile
from assistant.question import Question
from assistant.retrieval.specific import concerns


def ask(text, **changes):
    return Question(text=text, search_text=text, **changes)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Démissionner pour changer de métier", "je veux changer de métier"),
        ("Formation et emploi en détention", "puis-je me former au chômage ?"),
        ("Handicap, emploi et formation (RQTH)", "quelles aides pour une formation ?"),
    ],
)
def test_a_precise_situation_nobody_spoke_of_is_kept_away(make_passage, title, text):
    assert not concerns(make_passage(title=title), ask(text))


def test_a_precise_situation_is_read_in_the_question(make_passage):
    passage = make_passage(title="Démissionner pour changer de métier")

    assert concerns(passage, ask("comment démissionner ?"))


def test_a_precise_situation_is_read_in_the_profile_and_the_needs(make_passage):
    detention = make_passage(title="Formation et emploi en détention")
    resigning = make_passage(title="La démission")

    assert concerns(detention, ask("me former", profile=Profile(situation="detenu")))
    assert concerns(resigning, ask("partir", needs=(Need.RESIGN,)))


def test_any_other_sheet_concerns_everybody(make_passage):
    assert concerns(make_passage(title="Le compte personnel de formation"), ask("bonjour"))
