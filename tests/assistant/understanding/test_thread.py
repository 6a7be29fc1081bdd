"""What a message keeps, changes or drops of the ones before it."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import Profile
from assistant.question import Intent, OccupationMatch, Question
from assistant.understanding.followup import load_followups
from assistant.understanding.thread import Continue, updated
from corpus.model.document import Aspect
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory

go_on = Continue(load_followups())
CAEN = Territory(code="14118", name="Caen", department="14")


def named(*names):
    return tuple(
        OccupationMatch(
            occupation=Occupation(id=n, label=n, feminine=n, masculine=n, rome=()),
            name=n,
            score=1.0,
            start=place,
        )
        for place, n in enumerate(names)
    )


def say(text, *names, **changes):
    return Question(
        text=text, search_text=text, topic=text, core=text, occupations=named(*names), **changes
    )


def talk(*messages):
    thread = None
    for message in messages:
        thread = go_on(thread, message)
    return thread.question


def ids(question):
    return [match.occupation.id for match in question.occupations]


def test_a_question_alone_stays_as_it_is():
    question = say("devenir maçon", "maçon")

    assert talk(question) == question


def test_a_follow_up_takes_the_subject_and_keeps_its_own_aspect():
    last = say("et le salaire ?", aspects=(Aspect.PAY,))

    question = talk(say("devenir maçon", "maçon", aspects=(Aspect.ACCESS,)), last)

    assert (ids(question), question.aspects) == (["maçon"], (Aspect.PAY,))


def test_small_talk_between_two_questions_changes_nothing():
    thanks = say("merci", intents=frozenset({Intent.SMALL_TALK}))

    assert ids(talk(say("devenir maçon", "maçon"), thanks, say("et la durée ?"))) == ["maçon"]


def test_another_subject_announced_drops_the_place_too():
    first = say("maçon à Caen", "maçon", place=CAEN)

    question = talk(first, say("Autre question : le fleuriste", "fleuriste"))

    assert (ids(question), question.place) == (["fleuriste"], None)


def test_the_place_said_before_holds_until_another_is_said():
    first = say("maçon à Caen", "maçon", place=CAEN)

    assert talk(first, say("et le soudeur ?", "soudeur")).place is CAEN


def test_the_first_of_two_subjects_can_be_gone_back_to():
    question = talk(
        say("cariste ?", "cariste"), say("et vendeur ?", "vendeur"), say("pour le premier des deux")
    )

    assert ids(question) == ["cariste"]


def test_the_second_of_two_named_at_once_is_told_from_the_first():
    question = talk(say("entre maçon et soudeur", "maçon", "soudeur"), say("je retiens la seconde"))

    assert ids(question) == ["soudeur"]


def test_a_scheme_named_keeps_the_occupation_only_if_a_word_stands_for_it():
    first = say("devenir maçon", "maçon")
    scheme = frozenset({Intent.SCHEME})

    assert ids(talk(first, say("mon CPF il paie ça", intents=scheme))) == ["maçon"]
    assert ids(talk(first, say("le CPF", intents=scheme))) == []


def test_a_long_chain_is_searched_by_its_root_and_the_last_message():
    question = talk(
        say("comment devenir maçon", "maçon"), say("et la durée ?"), say("et le salaire ?")
    )

    assert question.search_text == "maçon et le salaire ?"


def test_a_new_situation_undoes_what_hung_on_the_old_one():
    old = Profile(situation="demandeur_emploi", job_seeking=True, age=30)

    profile = updated(Profile(situation="salarie_prive"), old)

    assert (profile.situation, profile.job_seeking, profile.age) == ("salarie_prive", None, 30)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_conversation_ends_with_the_text_of_its_last_message(texts):
    assert talk(*(say(text) for text in texts)).text == texts[-1]
