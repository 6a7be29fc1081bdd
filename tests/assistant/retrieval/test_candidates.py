"""What each list says of a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence import Signal
from assistant.retrieval.candidates import asked, near, ranks, worded
from corpus.store.ports import Scored, shelved


def found(**scores):
    return [Scored(id_, score) for id_, score in scores.items()]


def test_a_passage_found_by_meaning_is_as_near_as_its_vector():
    listed = near(found(a=0.9, b=0.8))

    assert (listed.of("a"), listed.of("b")) == (0.9, 0.8)


def test_a_passage_not_found_is_as_near_as_the_last_one_found():
    assert near(found(a=0.9, b=0.8)).of("c") == 0.8
    assert asked([Scored(shelved("a", 0), 0.9), Scored(shelved("a", 1), 0.7)]).of("c") == 0.7


@pytest.mark.parametrize("listing", [near, asked, worded])
def test_a_list_that_found_nothing_says_nothing(listing):
    listed = listing([])

    assert (listed.scores, listed.of("a")) == ({}, 0.0)


def test_a_passage_is_as_near_as_its_nearest_question_and_says_which():
    listed = asked(
        [
            Scored(shelved("a", 3), 0.9),
            Scored(shelved("b", 0), 0.8),
            Scored(shelved("a", 1), 0.7),
        ]
    )

    assert (listed.of("a"), listed.questions["a"]) == (0.9, 3)
    assert (listed.of("b"), listed.questions["b"]) == (0.8, 0)


def test_an_id_that_holds_a_question_mark_is_read_whole():
    assert asked([Scored(shelved("vae?1", 2), 0.9)]).questions == {"vae?1": 2}


def test_words_are_told_beside_the_best_passage():
    listed = worded(found(a=12.0, b=3.0))

    assert (listed.of("a"), listed.of("b"), listed.of("c")) == (1.0, 0.25, 0.0)


def test_words_that_score_nothing_find_nothing():
    assert worded(found(a=0.0)).scores == {}


def test_a_passage_has_a_place_in_each_list_that_found_it_and_in_no_other():
    lists = {
        Signal.ASKED: asked([Scored(shelved("b", 0), 0.9), Scored(shelved("b", 1), 0.8)]),
        Signal.MEANING: near(found(a=0.9, b=0.8)),
        Signal.WORDS: worded(found(c=2.0)),
    }

    assert ranks(lists, "a") == {"meaning": 1}
    assert ranks(lists, "b") == {"asked": 1, "meaning": 2}
    assert ranks(lists, "c") == {"words": 1}
    assert ranks(lists, "d") == {}


@given(st.dictionaries(st.text(min_size=1), st.floats(0, 1000), max_size=20))
def test_whatever_the_scale_of_words_they_say_between_nothing_and_one(scores):
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    listed = worded([Scored(id_, score) for id_, score in ranked])

    assert all(0 <= listed.of(id_) <= 1 for id_ in [*scores, "?"])
    assert list(listed.scores.values()) == sorted(listed.scores.values(), reverse=True)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.floats(-1, 1))))
def test_no_question_of_a_passage_is_nearer_than_the_one_told(questions):
    best_first = sorted(questions, key=lambda one: -one[2])
    listed = asked([Scored(shelved(owner, number), score) for owner, number, score in best_first])

    for owner in {owner for owner, _, _ in questions}:
        nearest = max(score for other, _, score in questions if other == owner)
        assert listed.of(owner) == nearest
        assert (owner, listed.questions[owner], nearest) in questions
        assert listed.of("nobody's") <= nearest
