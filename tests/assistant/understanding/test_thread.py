"""What a message keeps, changes or drops of the ones before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.bootstrap import terms
from assistant.profile import Need, Profile
from assistant.question import Intent, OccupationMatch, Question
from assistant.understanding.followup import load_followups
from assistant.understanding.thread import Continue, updated
from corpus.model.document import Aspect
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory

CAEN = Territory(code="14118", name="Caen", department="14")
ROUEN = Territory(code="76540", name="Rouen", department="76")
PHRASES = ("et l'autre ?", "le premier métier", "autre question", "pour revenir au salaire", "ça")


def continues(question):
    """A message goes on when a word says so."""
    return question.text.startswith("et ") or "ça" in question.text


go_on = Continue(followups=load_followups(), continues=continues, terms=terms)


def named(*names):
    return tuple(
        OccupationMatch(
            occupation=Occupation(id=n, label=n, feminine=n, masculine=n, rome=()),
            name=" ".join(terms(n)),
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


MASON = say("maçon à Caen, la paie", "maçon", place=CAEN, aspects=(Aspect.PAY,))
FUND = (Need.FUND,)
HOME = say("j'habite à Caen, je veux être maçon", "maçon", place=CAEN)
TWO = (MASON, say("et vendeur ?", "vendeur"))
AT_ONCE = (say("maçon et vendeur", "maçon", "vendeur"), TWO[1])
COMPARED = say("c'est mieux payé que maçon ?", "maçon", aspects=(Aspect.PAY,))


def test_a_question_alone_stays_as_it_is():
    assert talk(MASON) == MASON


@pytest.mark.parametrize("own", [{}, {"aspects": (Aspect.ACCESS,), "needs": (Need.RETRAIN,)}])
def test_a_message_that_goes_on_keeps_the_subject_and_what_was_asked_if_it_asks_nothing(own):
    asked = {"aspects": (Aspect.PAY,), "needs": FUND}

    question = talk(say("maçon à Caen", "maçon", place=CAEN, **asked), say("et là ?", **own))

    assert (ids(question), question.place) == (["maçon"], CAEN)
    assert {"aspects": question.aspects, "needs": question.needs} == (own or asked)


def test_a_judgement_asked_does_not_hold_for_the_next_message():
    first = say("maçon, ton avis", "maçon", intents=frozenset({Intent.JUDGEMENT, Intent.BECOME}))

    assert talk(first, say("et la durée ?")).intents == {Intent.BECOME}


def test_a_long_chain_is_searched_by_its_root_and_the_last_message():
    question = talk(say("devenir maçon", "maçon"), say("et la durée ?"), say("et le salaire ?"))

    assert question.search_text == question.topic == question.core == "maçon et le salaire ?"


@pytest.mark.parametrize(
    ("text", "expected"), [("et en pierre", ["maçon en pierre"]), ("la pierre", [])]
)
def test_a_name_ended_is_the_subject_of_a_message_that_goes_on_only(text, expected):
    thread = go_on(go_on(None, MASON), say(text), named("maçon en pierre"))

    assert ids(thread.question) == ids(go_on(thread, say("et la durée ?")).question) == expected


def test_a_message_that_opens_its_own_subject_drops_the_occupation_and_the_place():
    question = talk(MASON, say("c'est quoi le CPF"))

    assert (ids(question), question.place, question.aspects) == ([], None, ())


@pytest.mark.parametrize(
    ("messages", "place"),
    [
        ((HOME,), CAEN),
        ((HOME, say("le bilan")), CAEN),
        ((MASON, say("j'habite à Rouen", place=ROUEN)), ROUEN),
        ((HOME, say("maçon à Rouen", "maçon", place=ROUEN)), None),
    ],
)
def test_the_place_where_somebody_lives_stays_until_another_is_said(messages, place):
    assert talk(*messages, say("c'est quoi le CPF")).place is place


@pytest.mark.parametrize("names", [(), ("soudeur",)])
def test_the_place_stays_when_the_message_points_at_it(names):
    assert talk(MASON, say("devenir, dans le même coin", *names, needs=FUND)).place is CAEN


@pytest.mark.parametrize("own", [{}, {"aspects": (Aspect.SUMMARY, Aspect.ACCESS), "broad": True}])
def test_an_occupation_named_with_nothing_asked_takes_what_was_asked_before(own):
    question = talk(MASON, say("soudeur", "soudeur", **own))

    assert (ids(question), question.place) == (["soudeur"], CAEN)
    assert (question.aspects, question.broad) == ((Aspect.PAY,), False)


@pytest.mark.parametrize("own", [{"aspects": (Aspect.ACCESS,)}, {"needs": FUND}])
@pytest.mark.parametrize(("text", "place"), [("devenir soudeur", None), ("et soudeur ?", CAEN)])
def test_an_occupation_with_its_own_question_drops_the_place_unless_linked(own, text, place):
    question = talk(MASON, say(text, "soudeur", **own))

    assert (ids(question), question.place) == (["soudeur"], place)
    assert question.aspects == own.get("aspects", ())


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (say("soudeur", "soudeur"), ["soudeur", "maçon"]),
        (MASON, ["maçon"]),
        (say("le CPF"), ["maçon"]),
    ],
)
def test_a_comparison_keeps_the_earlier_occupation_first_and_both_after_it(before, expected):
    assert ids(talk(before, COMPARED)) == expected
    assert ids(talk(before, COMPARED, say("et entre les deux"))) == expected


def test_a_comparison_that_asks_nothing_precise_is_about_what_was_asked_before():
    broad = say("mieux que soudeur ?", "soudeur", aspects=(Aspect.SUMMARY,), broad=True)

    assert talk(MASON, broad).aspects == (Aspect.PAY,)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("l'autre, ça recrute ?", (), "maçon"),
        ("je parle de l'autre, pas du maçon", ("maçon",), "vendeur"),
        ("je parle de l'autre, pas du vendeur", ("vendeur",), "maçon"),
        ("le premier métier", (), "maçon"),
        ("je retiens la seconde", (), "vendeur"),
        ("le premier métier, non : soudeur", ("soudeur",), "soudeur"),
    ],
)
@pytest.mark.parametrize("before", [TWO, AT_ONCE], ids=["apart", "at once"])
def test_an_earlier_occupation_is_gone_back_to(before, text, names, expected):
    assert ids(talk(*before, say(text, *names), say("et ça ?"))) == [expected]


@pytest.mark.parametrize("text", ["et l'autre ?", "et pour la deuxième ?", "et le maçon de ça ?"])
def test_with_one_occupation_told_there_is_nothing_to_go_back_to(text):
    assert ids(talk(MASON, say(text))) == ["maçon"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["maçon bio"], ["maçon bio"]),
        (["développeur"], ["développeur"]),
        (["maçon", "maçon bio"], []),
    ],
)
def test_a_word_goes_back_to_the_one_earlier_name_of_its_family(names, expected):
    told = [say(name, name) for name in names]

    assert ids(talk(*told, TWO[1], say("le développement, un maçon, un vendeur"))) == expected


def test_a_subject_without_an_occupation_is_gone_back_to_only_if_it_is_said():
    bilan = say("un bilan de compétences")

    back = talk(bilan, MASON, say("pour revenir au bilan, combien"))
    other = talk(bilan, MASON, say("le bilan, combien"))

    assert ids(back) == ids(other) == []
    assert back.search_text == "un bilan de compétences pour revenir au bilan, combien"
    assert other.search_text == "le bilan, combien"


@pytest.mark.parametrize("after", [say("et la durée ?"), say("soudeur", "soudeur"), COMPARED])
def test_thanks_in_between_change_nothing(after):
    thanks = say("merci", intents=frozenset({Intent.SMALL_TALK}))

    assert talk(*TWO, thanks, after) == talk(*TWO, after)


@pytest.mark.parametrize("names", [[], ["soudeur"]])
def test_another_subject_announced_drops_all_but_the_person(names):
    person = say("j'ai 30 ans", profile=Profile(age=30))

    question = talk(person, MASON, say("autre question, ça : mieux que rien", *names))

    assert (ids(question), question.place, question.aspects) == (names, None, ())
    assert question.profile.age == 30


def test_a_new_situation_undoes_what_hung_on_the_old_one():
    old = Profile(situation="demandeur_emploi", job_seeking=True, age=30)

    profile = updated(Profile(situation="salarie_prive"), old)

    assert (profile.situation, profile.job_seeking, profile.age) == ("salarie_prive", None, 30)


@given(
    st.lists(
        st.tuples(
            st.text(max_size=40) | st.sampled_from(PHRASES),
            st.lists(st.sampled_from(["maçon", "vendeur"])),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_conversation_ends_with_the_text_of_its_last_message(messages):
    question = talk(*(say(text, *names) for text, names in messages))

    assert question.text == messages[-1][0]
    assert question.search_text.endswith(question.text)
    assert {*ids(question)} <= {name for _, names in messages for name in names}
