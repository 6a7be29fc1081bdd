"""Sheets for one precise situation."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.profile import Need, Profile
from assistant.question import Question
from assistant.retrieval.specific import concerns, load_specific
from assistant.text import fold
from tests.assistant.strange import any_text


def ask(text, **changes):
    return Question(text=text, search_text=text, **changes)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Démissionner pour changer de métier", "je veux changer de métier"),
        ("Formation et emploi en détention", "puis-je me former au chômage ?"),
        ("Handicap, emploi et formation (RQTH)", "quelles aides pour une formation ?"),
        ("Handicap, emploi et formation (RQTH)", "je suis épanouie avec les maths et le bluetooth"),
        ("Le licenciement", "je veux découvrir les métiers à l'école, même sur un navire"),
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


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Le licenciement", "un licenciement éco"),
        ("Le licenciement", "j'ai été virée pour motif économique"),
        ("Handicap, emploi et formation", "j'ai une reconnaissance TH"),
    ],
)
def test_a_precise_situation_is_read_in_the_words_people_use(make_passage, title, text):
    assert concerns(make_passage(title=title), ask(text))


def test_a_disability_told_before_is_remembered(make_passage):
    handicap = make_passage(title="Handicap, emploi et formation")

    assert concerns(handicap, ask("me former", profile=Profile(disability="oui")))
    assert not concerns(handicap, ask("me former", profile=Profile(disability="non")))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=40), text=any_text)
def test_only_a_sheet_whose_title_calls_for_it_is_kept_away(make_passage, title, text):
    called = any(only.title.search(fold(title)) for only in load_specific())

    assert concerns(make_passage(title=title), ask(text)) or called


def test_any_other_sheet_concerns_everybody(make_passage):
    assert concerns(make_passage(title="Le compte personnel de formation"), ask("bonjour"))
