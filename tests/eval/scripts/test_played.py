"""A simulated user played by a model."""

import pytest

from assistant.profile import Profile
from eval.scripts.converse import LONGEST
from eval.scripts.played import MOST, played
from eval.trace.observed import AskedBack, Choice, Observed

NOTHING = Observed(outcome="answered")
SITUATION = Observed(
    outcome="clarify",
    asked=AskedBack(
        question="Votre situation ?",
        options=(
            Choice(label="Salariée", profile={"situation": "salarie_prive", "employed": True}),
            Choice(label="Au lycée", profile={"situation": "lyceen", "tarif": "plein"}),
            Choice(label="Je préfère ne pas dire", profile={"situation": "prefere_ne_pas_dire"}),
        ),
    ),
)
PUPIL = {"truth": {"situation": "lyceen", "age": 16}, "then": ["et la paye ?", "et après ?"]}


@pytest.fixture
def played_by(writer, person, talk):
    """Return what is put by a pupil who is played, or by the person the keywords make."""

    def hold(written, *replies, **given):
        return talk(played(writer(*written)), person(**(PUPIL | given)), *replies)

    return hold


def test_the_first_message_is_that_of_the_item_and_the_next_the_model_s(played_by):
    first, second, third = played_by(["« Et combien ? »", "C'est tout ?"], NOTHING, NOTHING)

    assert [put.turn.text for put in (first, second, third)] == [
        "bonjour",
        "Et combien ?",
        "C'est tout ?",
    ]
    assert third.turn.history == ("bonjour", "Et combien ?")
    assert [put.label for put in (first, second, third)] == ["message 1", "message 2", "message 3"]


@pytest.mark.parametrize("written", ["[FIN]", "Merci ! [FIN]"])
def test_who_has_nothing_more_to_say_leaves(played_by, written):
    assert len(played_by([written], NOTHING)) == 1


@pytest.mark.parametrize("copied", ["Au lycée", "« au lycée. »", " AU LYCEE"])
def test_an_option_copied_is_chosen_with_what_it_says_of_the_person(played_by, copied):
    _, second = played_by([copied], SITUATION)

    assert second.turn.profile == Profile(situation="lyceen")


def test_what_is_said_in_other_words_chooses_nothing(played_by):
    _, second = played_by(["je suis au lycée"], SITUATION)

    assert (second.turn.text, second.turn.profile) == ("je suis au lycée", Profile())


def test_what_was_chosen_stays_known(played_by):
    *_, last = played_by(["Au lycée", "et la paye"], SITUATION, NOTHING)

    assert last.turn.profile == Profile(situation="lyceen")


@pytest.mark.parametrize("written", ["", "« »", "x" * (MOST + 1)])
def test_the_scripted_person_speaks_where_the_model_fails(played_by, written):
    _, second = played_by([written], NOTHING)

    assert (second.turn.text, second.label) == ("et la paye ?", "message 2, scripted")


def test_the_longest_message_is_put(played_by):
    _, second = played_by(["x" * MOST], NOTHING)

    assert (len(second.turn.text), second.label) == (MOST, "message 2")


def test_the_script_goes_on_from_where_it_would_be(played_by):
    *_, third = played_by(["Et combien ?", ""], NOTHING, NOTHING)

    assert (third.turn.text, third.label) == ("et après ?", "message 3, scripted")
    assert third.turn.history == ("bonjour", "Et combien ?")


def test_the_model_speaks_again_once_it_can(played_by):
    *_, third = played_by(["", "Combien ?"], NOTHING, NOTHING)

    assert (third.turn.text, third.label) == ("Combien ?", "message 3")


def test_who_fails_with_nothing_scripted_left_leaves(played_by):
    assert len(played_by([""], NOTHING, then=[])) == 1


def test_a_lie_is_not_put(played_by):
    _, second = played_by(["Salariée"], SITUATION)

    assert (second.turn.text, second.label) == ("Au lycée", "message 2, scripted")


def test_what_is_refused_is_not_put(played_by):
    _, option = played_by(["Au lycée"], SITUATION, refuses=["situation"])
    _, figure = played_by(["j'ai 16 ans"], NOTHING, refuses=["age"])

    assert option.turn.profile == Profile(situation="prefere_ne_pas_dire")
    assert [put.label for put in (option, figure)] == ["message 2, scripted"] * 2


def test_to_keep_something_to_oneself_is_no_lie(played_by):
    _, second = played_by(["Je préfère ne pas dire"], SITUATION, refuses=["situation", "sector"])

    assert second.label == "message 2"
    assert second.turn.profile == Profile(situation="prefere_ne_pas_dire")


def test_nobody_stays_for_ever_and_the_model_is_not_asked_for_nothing(writer, person, talk):
    chatterbox = writer("encore ?")

    puts = talk(played(chatterbox), person(), *[NOTHING] * 50)

    assert len(puts) == LONGEST
    assert len(chatterbox.asked) == LONGEST - 1
    assert puts[-1].label == f"message {LONGEST}"
