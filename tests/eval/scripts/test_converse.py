"""A simulated user."""

from contextlib import suppress
from dataclasses import replace

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
def person(make_item):
    def make(*, truth=None, then=(), refuses=(), goal=None, language="fr"):
        item = make_item(
            "bonjour",
            truth=truth or {},
            then=list(then),
            refuses=list(refuses),
            goal=goal or {"bodies_any": ["apec"]},
        )
        return replace(item, language=language)

    return make


def talk(item, *replies):
    """The turns put when these replies come one after the other."""
    script = converse(item)
    turns = [next(script).turn]
    with suppress(StopIteration):
        for reply in replies:
            turns.append(script.send(reply).turn)  # noqa: PERF401 # a script may end at any reply
    return turns


def asking(asked):
    return Observed(outcome="clarify", asked=asked)


def test_goes_on_with_the_next_message_and_keeps_the_history(person):
    first, second = talk(person(then=["et la paye ?"]), NOTHING)

    assert (second.text, second.history) == ("et la paye ?", (first.text,))


def test_leaves_once_served(person):
    assert len(talk(person(then=["et après ?"]), SERVED)) == 1


def test_leaves_when_out_of_words(person):
    assert len(talk(person(then=["un"]), NOTHING, NOTHING)) == 2


def test_answers_with_what_is_true(person):
    _, reply = talk(person(truth={"executive": "non"}), asking(EXECUTIVE))

    assert (reply.text, reply.profile) == ("non", Profile(executive="non"))


def test_an_option_that_says_something_false_beside_is_not_chosen(person):
    truth = {"situation": "salarie_prive", "employed": False}

    _, reply = talk(person(truth=truth), asking(SITUATION))

    assert reply.text == "je préfère"


def test_what_was_told_stays_told(person):
    truth = {"situation": "salarie_prive", "employed": True, "executive": "oui"}

    *_, last = talk(person(truth=truth), asking(SITUATION), asking(EXECUTIVE))

    told = Profile(situation="salarie_prive", employed=True, executive="oui")
    assert (last.text, last.profile) == ("oui", told)


def test_what_is_refused_is_never_said(person):
    hidden = person(truth={"situation": "salarie_prive"}, refuses=["situation"], then=["et ?"])

    _, reply = talk(hidden, asking(SITUATION))

    assert reply.profile == Profile(situation="prefere_ne_pas_dire")


def test_who_finds_nothing_true_goes_on_in_their_own_words(person):
    prisoner = person(truth={"situation": "detenu"}, then=["je sors en mai"])

    assert talk(prisoner, asking(SITUATION))[-1].text == "je sors en mai"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "je préfère ne pas dire"), ("en", "I'd rather not say")]
)
def test_who_has_nothing_to_choose_nor_to_add_says_so(person, language, said):
    assert talk(person(language=language), asking(EXECUTIVE))[-1].text == said


@pytest.mark.parametrize(("language", "said"), [("fr", "j'ai 41 ans"), ("en", "I'm 41")])
def test_an_age_asked_for_is_typed(person, language, said):
    asked = AskedBack(question="Quel âge ?")

    _, reply = talk(person(truth={"age": 41}, language=language), asking(asked))

    assert (reply.text, reply.profile) == (said, Profile(age=41))


def test_nobody_stays_for_ever(person):
    stubborn = person(truth={"executive": "non"})

    assert len(talk(stubborn, *[asking(EXECUTIVE)] * 50)) == LONGEST
