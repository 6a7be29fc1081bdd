"""A simulated user."""

import pytest

from assistant.profile import Profile
from eval.scripts.converse import LONGEST, converse
from eval.trace.observed import AskedBack, Choice, NamedBody, Observed

NOTHING = Observed(outcome="answered")
SERVED = Observed(outcome="referred", bodies=(NamedBody(organisation="apec"),))
EXECUTIVE = AskedBack(
    question="Êtes-vous cadre ?",
    options=(
        Choice(label="oui", profile={"executive": "oui"}),
        Choice(label="non", profile={"executive": "non"}),
    ),
)
SITUATION = AskedBack(
    question="Votre situation ?",
    options=(
        Choice(label="salariée", profile={"situation": "salarie_prive", "employed": True}),
        Choice(label="je préfère", profile={"situation": "prefere_ne_pas_dire"}),
    ),
)


@pytest.fixture
def turns(talk):
    """Return the turns put when these replies come one after the other."""
    return lambda item, *replies: [put.turn for put in talk(converse, item, *replies)]


def asking(asked):
    return Observed(outcome="clarify", asked=asked)


def test_goes_on_with_the_next_message_and_keeps_the_history(person, turns):
    first, second = turns(person(then=["et la paye ?"]), NOTHING)

    assert (second.text, second.history) == ("et la paye ?", (first.text,))


def test_leaves_once_served(person, turns):
    assert len(turns(person(then=["et après ?"]), SERVED)) == 1


def test_leaves_when_out_of_words(person, turns):
    assert len(turns(person(then=["un"]), NOTHING, NOTHING)) == 2


def test_answers_with_what_is_true(person, turns):
    _, reply = turns(person(truth={"executive": "non"}), asking(EXECUTIVE))

    assert (reply.text, reply.profile) == ("non", Profile(executive="non"))


def test_an_option_that_says_something_false_beside_is_not_chosen(person, turns):
    truth = {"situation": "salarie_prive", "employed": False}

    _, reply = turns(person(truth=truth), asking(SITUATION))

    assert reply.text == "je préfère"


def test_what_was_told_stays_told(person, turns):
    truth = {"situation": "salarie_prive", "employed": True, "executive": "oui"}

    *_, last = turns(person(truth=truth), asking(SITUATION), asking(EXECUTIVE))

    told = Profile(situation="salarie_prive", employed=True, executive="oui")
    assert (last.text, last.profile) == ("oui", told)


def test_what_is_refused_is_never_said(person, turns):
    hidden = person(truth={"situation": "salarie_prive"}, refuses=["situation"], then=["et ?"])

    _, reply = turns(hidden, asking(SITUATION))

    assert reply.profile == Profile(situation="prefere_ne_pas_dire")


def test_who_finds_nothing_true_goes_on_in_their_own_words(person, turns):
    prisoner = person(truth={"situation": "detenu"}, then=["je sors en mai"])

    assert turns(prisoner, asking(SITUATION))[-1].text == "je sors en mai"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "je préfère ne pas dire"), ("en", "I'd rather not say")]
)
def test_who_has_nothing_to_choose_nor_to_add_says_so(person, turns, language, said):
    assert turns(person(language=language), asking(EXECUTIVE))[-1].text == said


@pytest.mark.parametrize(("language", "said"), [("fr", "j'ai 41 ans"), ("en", "I'm 41")])
def test_an_age_asked_for_is_typed(person, turns, language, said):
    asked = AskedBack(question="Quel âge ?")

    _, reply = turns(person(truth={"age": 41}, language=language), asking(asked))

    assert (reply.text, reply.profile) == (said, Profile(age=41))


def test_nobody_stays_for_ever(person, turns):
    stubborn = person(truth={"executive": "non"})

    assert len(turns(stubborn, *[asking(EXECUTIVE)] * 50)) == LONGEST


def test_a_field_a_service_added_since_is_none_of_ours(person, turns):
    asked = AskedBack(
        question="Votre situation ?",
        options=(Choice(label="au lycée", profile={"situation": "lyceen", "tarif": "plein"}),),
    )

    _, reply = turns(person(truth={"situation": "lyceen"}), asking(asked))

    assert (reply.text, reply.profile) == ("au lycée", Profile(situation="lyceen"))


def test_messages_are_numbered(person, talk):
    puts = talk(converse, person(then=["un"]), NOTHING)

    assert [put.label for put in puts] == ["message 1", "message 2"]
