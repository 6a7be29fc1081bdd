"""Whether the evidence is worth composing from."""

from dataclasses import replace

import pytest

from assistant.evidence import Evidence, Hit
from assistant.profile import Need
from assistant.question import Intent, OccupationMatch, Question
from assistant.retrieval.answerable import Answerable, load_thresholds
from corpus.model.document import Aspect
from corpus.model.occupation import Occupation

FLORIST = (
    OccupationMatch(
        occupation=Occupation(
            id="rome:D1209", label="fleuriste", feminine="fleuriste", masculine="fleuriste", rome=()
        ),
        name="fleuriste",
        score=1.0,
    ),
)

answerable = Answerable(thresholds={"sheet": 0.2, "ours": 0.4, "other": 0.6})
OURS = {Intent.OCCUPATION, Intent.SCHEME, Intent.SPRO, Intent.BECOME, Intent.SUBJECT}


def after(*intents):
    return Question(text="", search_text="", intents=frozenset(intents))


@pytest.fixture
def evidence(make_passage):
    hit = Hit(passage=make_passage(), score=1.0, ranks={})
    return lambda confidence, **values: Evidence(hits=(hit,), confidence=confidence, **values)


@pytest.mark.parametrize(("confidence", "expected"), [(0.39, False), (0.4, True), (1.0, True)])
def test_the_records_must_be_likely_to_answer(evidence, confidence, expected):
    assert answerable(after(Intent.SUBJECT), evidence(confidence)) is expected


@pytest.mark.parametrize("intent", Intent)
def test_a_message_without_a_word_of_ours_meets_its_own_threshold(evidence, intent):
    assert answerable(after(intent), evidence(0.5)) is (intent in OURS)
    assert answerable(after(intent), evidence(0.6))


def test_one_word_of_ours_is_enough(evidence):
    assert answerable(after(Intent.SMALL_TALK, Intent.SCHEME), evidence(0.5))


def test_a_message_after_nothing_known_meets_the_threshold_of_others(evidence):
    assert not answerable(after(), evidence(0.5))


def test_an_occupation_with_a_sheet_meets_a_lower_threshold_not_none(evidence):
    sheet = {"subjects": ("occupation:macon",), "nearness": 1.0, "asked": 1.0}

    assert answerable(after(Intent.OCCUPATION), evidence(0.2, **sheet))
    assert not answerable(after(Intent.OCCUPATION), evidence(0.19, **sheet))


def test_how_to_enter_an_occupation_with_a_sheet_is_always_worth_it(evidence):
    sheet = evidence(0.0, subjects=("occupation:macon",))

    assert answerable(after(Intent.BECOME), sheet)
    assert not answerable(after(Intent.BECOME), evidence(0.0))


@pytest.mark.parametrize("aspect", [Aspect.PAY, Aspect.OUTLETS])
def test_what_every_sheet_tells_of_its_occupation_is_always_worth_it(evidence, aspect):
    sheet = evidence(0.0, subjects=("occupation:macon",))

    assert answerable(replace(after(), aspects=(aspect,)), sheet)
    assert not answerable(replace(after(), aspects=(aspect,), broad=True), sheet)
    assert not answerable(replace(after(), aspects=(aspect,)), evidence(0.0))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"occupations": ()}, True),
        ({"aspects": (Aspect.PAY, Aspect.ACCESS)}, True),
        ({"intents": frozenset({Intent.SCHEME})}, True),
        ({"needs": (Need.FUND,)}, True),
    ],
)
def test_the_pay_of_an_occupation_without_a_sheet_is_in_no_record(evidence, changes, expected):
    question = replace(after(), occupations=FLORIST, aspects=(Aspect.PAY,))

    assert answerable(replace(question, **changes), evidence(1.0)) is expected


def test_nothing_found_is_never_worth_it():
    nothing = Evidence(hits=(), subjects=("occupation:macon",), nearness=1.0, confidence=1.0)

    assert not answerable(after(Intent.SUBJECT), nothing)


def test_the_thresholds_served_are_probabilities_for_every_kind():
    thresholds = load_thresholds()

    assert thresholds.keys() == {"sheet", "ours", "other"}
    assert all(0 < threshold < 1 for threshold in thresholds.values())
    assert thresholds["sheet"] <= thresholds["ours"] <= thresholds["other"]


@pytest.mark.parametrize("every", [0.0, 0.7, 1.0])
def test_one_threshold_may_be_set_for_every_kind(every):
    assert load_thresholds(every) == dict.fromkeys(load_thresholds(), every)


def test_a_threshold_of_nothing_always_composes_from_what_is_found(evidence):
    always = Answerable(thresholds=load_thresholds(0.0))

    assert always(after(), evidence(0.0))
