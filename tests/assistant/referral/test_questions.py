import pytest
from hypothesis import given, settings

from assistant.profile import UNKNOWN, Need, Profile
from assistant.referral.evaluate import evaluate
from assistant.referral.questions import CHOICES, NextQuestion, QuestionKey
from assistant.referral.situations import load_situations
from corpus.model.referral import Rule
from tests.assistant.referral.strategies import needs, profiles


@pytest.fixture(scope="session")
def next_question(rules: tuple[Rule, ...]) -> NextQuestion:
    return NextQuestion(rules=rules)


def test_the_situation_is_asked_first(next_question: NextQuestion) -> None:
    assert next_question(UNKNOWN, [Need.FUND]) is QuestionKey.SITUATION


def test_danger_is_never_answered_with_a_question(next_question: NextQuestion) -> None:
    employee = Profile(situation="salarie_prive", executive="non", age=30, job_seeking=False)

    assert next_question(employee, [Need.DANGER]) is None


def test_an_employee_is_asked_the_executive_status(next_question: NextQuestion) -> None:
    employee = Profile(situation="salarie_prive", job_seeking=False)

    assert next_question(employee, [Need.RETRAIN]) is QuestionKey.EXECUTIVE


def test_the_age_is_asked_last(next_question: NextQuestion) -> None:
    seeker = Profile(situation="demandeur_emploi", executive="non", job_seeking=True)

    assert next_question(seeker, [Need.INFORM]) is QuestionKey.AGE


def test_a_person_fully_known_is_asked_nothing(next_question: NextQuestion) -> None:
    employee = Profile(situation="salarie_prive", executive="non", age=40, job_seeking=False)

    assert next_question(employee, [Need.RETRAIN]) is None


def test_what_a_situation_settles_is_not_asked(next_question: NextQuestion) -> None:
    seeker = Profile(situation="demandeur_emploi", executive="non", age=40)

    assert next_question(seeker, [Need.INFORM]) is None


def test_who_prefers_not_to_say_is_asked_nothing(next_question: NextQuestion) -> None:
    assert next_question(Profile(situation="prefere_ne_pas_dire"), [Need.FUND]) is None


def replies_to(question: QuestionKey | None) -> list[Profile]:
    if question is QuestionKey.AGE:
        return [Profile(age=age) for age in range(100)]
    return [choice.profile for choice in CHOICES[question]] if question else []


@settings(deadline=None)
@given(profile=profiles, wanted=needs)
def test_a_question_is_asked_only_if_two_replies_differ(
    next_question: NextQuestion, rules: tuple[Rule, ...], profile: Profile, wanted: list[Need]
) -> None:
    asked = next_question(profile, wanted)

    outcomes = {
        evaluate(rules, load_situations().complete(profile.completed_by(reply)), wanted).bodies
        for reply in replies_to(asked)
    }

    assert asked is None or len(outcomes) > 1


@pytest.mark.parametrize("question", [q for q in QuestionKey if q is not QuestionKey.AGE])
def test_each_reply_has_its_own_wording_key(question: QuestionKey) -> None:
    keys = [choice.wording for choice in CHOICES[question]]

    assert len(set(keys)) == len(keys) > 1
    assert all(key.startswith(f"{question.wording}.") for key in keys)
