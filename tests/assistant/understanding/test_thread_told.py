"""What a talk remembers of its earlier subjects."""

from dataclasses import replace

import pytest

from assistant.question import Intent
from corpus.model.document import Aspect
from tests.assistant.understanding.test_thread import CAEN, MASON, TWO, go_on, ids, named, say, talk

HELLO = say("bonjour", intents=frozenset({Intent.SMALL_TALK}))
CPF = say("le CPF", intents=frozenset({Intent.SCHEME}))


@pytest.mark.parametrize("back", ["le premier métier", "et l'autre ?"])
def test_a_greeting_is_no_subject_to_go_back_to(back):
    assert ids(talk(HELLO, *TWO, say(back))) == ["maçon"]


def test_the_other_of_one_occupation_is_no_greeting():
    assert ids(talk(HELLO, MASON, say("et l'autre ?"))) == ["maçon"]


def test_a_scheme_between_two_occupations_is_not_the_second():
    assert ids(talk(MASON, CPF, TWO[1], say("je prends la seconde"))) == ["vendeur"]


def test_the_first_question_may_be_about_a_scheme():
    assert ids(talk(CPF, MASON, say("ma première question"))) == []


def test_an_occupation_whose_name_ended_later_can_be_gone_back_to():
    thread = go_on(None, say("je veux être conducteur"))
    thread = go_on(thread, say("et poids lourds"), named("conducteur poids lourds"))

    for message in (TWO[1], say("et l'autre ?")):
        thread = go_on(thread, message)

    assert ids(thread.question) == ["conducteur poids lourds"]


@pytest.mark.parametrize("last", [say("et ?"), say("ça plus que vendeur ?", "vendeur", broad=True)])
@pytest.mark.parametrize("broad", [True, False])
def test_what_was_asked_stays_as_broad_as_it_was(last, broad):
    first = say("maçon", "maçon", aspects=(Aspect.SUMMARY, Aspect.PAY), broad=broad)

    question = talk(first, last)

    assert (question.aspects, question.broad) == (first.aspects, broad)


def aside(text, name):
    (match,) = named(name)
    return replace(say(text), occupations=(replace(match, aside=True),))


@pytest.mark.parametrize(
    ("name", "left"), [("soudeur", "vendeur"), ("vendeur", "maçon"), ("maçon", "vendeur")]
)
def test_an_occupation_put_aside_leaves_the_last_of_the_others(name, left):
    question = talk(*TWO, aside("surtout pas celui-là", name))

    assert ids(question) == [left]


def test_the_only_occupation_put_aside_is_still_the_one_spoken_of():
    assert ids(talk(MASON, aside("pas maçon", "maçon"))) == ["maçon"]


def test_a_place_said_without_an_occupation_is_where_the_person_is():
    here = say("je cherche un conseiller à Caen", place=CAEN)

    assert talk(here, say("quitter mon travail")).place is CAEN
    assert talk(here, say("autre question : quitter mon travail")).place is None
    assert talk(MASON, say("quitter mon travail")).place is None


@pytest.mark.parametrize("home", ["j'y habite", "et je suis sur Caen"])
def test_a_place_told_to_be_home_later_holds_when_the_subject_changes(home):
    assert talk(MASON, say(home), say("quitter mon travail")).place is CAEN
