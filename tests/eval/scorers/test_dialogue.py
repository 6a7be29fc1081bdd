"""Conversations that serve, dawdle or go round in circles."""

import pytest

from eval.scorers.dialogue import goal_reached, in_few_turns, no_loop, well_ended
from eval.trace.observed import Cited, Said

GOAL = {"bodies_all": ["apec"], "never": ["mission_locale", "cap_emploi"]}


@pytest.fixture
def talk(make_exchange, make_trace):
    """Return a conversation of replies, each the keywords of an exchange."""

    def make(*replies):
        numbered = (({"message": f"message {n}"} | given) for n, given in enumerate(replies))
        return make_trace(*(make_exchange(**given) for given in numbered))

    return make


@pytest.fixture
def named(body):
    return lambda *keys: {"bodies": tuple(body(key) for key in keys)}


def test_a_goal_reached_over_several_replies_is_right(make_item, talk, named):
    item = make_item(goal={"bodies_all": ["apec", "agefiph"]})

    assert goal_reached(item, talk(named("apec"), named("agefiph"))).right


def test_what_a_goal_lacks_and_must_not_name_is_told(make_item, talk, named):
    score = goal_reached(make_item(goal=GOAL), talk(named("mission_locale"), named("cap_emploi")))

    assert score.value == 0
    assert score.why == "lacks bodies_all ['apec'] | names cap_emploi | names mission_locale"


def test_a_body_that_must_not_be_named_spoils_a_goal_reached(make_item, talk, named):
    score = goal_reached(make_item(goal=GOAL), talk(named("apec", "cap_emploi")))

    assert (score.value, score.why) == (0, "names cap_emploi")


@pytest.mark.parametrize(("turns", "right"), [(1, False), (2, True), (3, True)])
def test_a_goal_is_reached_within_the_messages_it_takes(make_item, talk, named, turns, right):
    item = make_item(goal=GOAL, turns=turns)

    score = in_few_turns(item, talk({}, named("apec"), {}))

    assert score.right is right
    assert score.why == ("" if right else f"2 messages, not {turns}")


def test_the_messages_of_a_goal_not_reached_are_not_counted(make_item, talk):
    assert in_few_turns(make_item(goal=GOAL, turns=3), talk({}, {})) is None


def test_a_goal_may_be_reached_at_once(make_item, talk, named):
    assert in_few_turns(make_item(goal=GOAL, turns=1), talk(named("apec"), {})).right


def test_a_goal_of_nothing_takes_a_message_all_the_same(make_item, talk):
    assert in_few_turns(make_item(goal={}, turns=0), talk({}, {})).why == "1 messages, not 0"


def test_the_last_reply_may_reach_the_goal(make_item, talk, named):
    assert in_few_turns(make_item(goal=GOAL, turns=2), talk({}, named("apec"))).right


def test_a_conversation_ends_on_a_kind_of_reply_that_is_due(make_item, talk):
    item = make_item(outcomes_last=["referred", "answered"])

    assert well_ended(item, talk({}, {"outcome": "declined"}, {"outcome": "referred"})).right
    assert well_ended(item, talk({"outcome": "referred"}, {"outcome": "declined"})).why == (
        "ends on declined, not ['referred', 'answered']"
    )


def test_an_end_without_outcome_is_not_scored(make_item, talk):
    item = make_item(outcomes_last=["answered"])

    assert well_ended(item, talk({}, {"outcome": None})) is None


def test_other_words_each_time_are_right(make_item, talk, say, ask_back):
    trace = talk({"asked": ask_back("Quel âge ?")}, {"asked": ask_back("Cadre ?")})

    assert no_loop(make_item(), trace).right
    assert no_loop(make_item(), talk({"sentences": (say("Un."),)}, {})).right


def test_a_question_asked_twice_is_wrong(make_item, talk, ask_back, say):
    first = {"asked": ask_back("Quel  âge ?"), "sentences": (say("Bien."),)}

    score = no_loop(make_item(), talk(first, {}, {"asked": ask_back("quel age ?")}))

    assert (score.value, score.why) == (0, "asks twice: quel age ?")


def test_the_same_reply_to_two_messages_is_wrong(make_item, talk, say):
    same, other = {"sentences": (say("Trois ans."),)}, {"sentences": (say("Oui."),)}

    score = no_loop(make_item(), talk(same, other, same, other))

    assert (score.value, score.why) == (0, "says twice: oui. | says twice: trois ans.")


def test_the_same_reply_to_the_same_message_is_right(make_item, talk, say):
    same = {"sentences": (say("Trois ans."),)}

    assert no_loop(make_item(), talk(same | {"message": "Ça"}, same | {"message": "ca"})).right


def test_empty_replies_are_not_repeats(make_item, talk):
    assert no_loop(make_item(), talk({}, {})).right


def test_a_conversation_of_one_message_can_not_loop(make_item, talk, say):
    assert no_loop(make_item(), talk({"sentences": (say("Oui."),)})) is None


@pytest.mark.parametrize("scorer", [goal_reached, in_few_turns])
def test_a_sheet_that_can_t_be_told_is_not_missed(make_item, make_exchange, make_trace, scorer):
    item = make_item(goal={"sheets_any": ["scheme:vae"]}, turns=2, then=[], truth={})
    said = Said(text="Oui.", cited=(Cited(quote="Oui."),))

    assert scorer(item, make_trace(make_exchange(sentences=(said,)))) is None
