"""Whether the evidence is worth composing from."""

import pytest

from assistant.evidence import Evidence, Hit
from assistant.question import Intent, Question
from assistant.retrieval.answerable import Answerable, Bar

answerable = Answerable(
    ours=Bar(nearness=0.85, coverage=0.4), other=Bar(nearness=0.9, coverage=0.6)
)
OURS = Question(text="", search_text="", intents=frozenset({Intent.SUBJECT}))
OTHER = Question(text="", search_text="")


@pytest.fixture
def evidence(make_passage):
    hit = Hit(passage=make_passage(), score=1.0, ranks={})
    return lambda **values: Evidence(hits=(hit,), **values)


@pytest.mark.parametrize(
    ("nearness", "coverage", "expected"),
    [(0.86, 0.5, True), (0.84, 0.9, False), (0.95, 0.3, False)],
)
def test_both_nearness_and_words_are_needed(evidence, nearness, coverage, expected):
    assert answerable(OURS, evidence(nearness=nearness, coverage=coverage)) is expected


def test_a_message_without_a_word_of_ours_meets_a_higher_bar(evidence):
    found = evidence(nearness=0.87, coverage=0.5)

    assert answerable(OURS, found)
    assert not answerable(OTHER, found)


def test_an_occupation_named_and_known_is_always_worth_it(evidence):
    assert answerable(OTHER, evidence(subjects=("occupation:macon",)))


def test_nothing_found_is_never_worth_it():
    assert not answerable(OURS, Evidence(hits=(), subjects=("occupation:macon",), nearness=1.0))
