import pytest

from eval.judges.base import Case, Rubric, Vote
from eval.judges.measures import (
    case_of,
    judge_measures,
    judge_versions,
    judged,
    open_judge,
    referring,
    stated,
)
from eval.judges.spending import Price
from eval.scorers.base import RIGHT
from eval.subjects.chat_model import ChatModel
from eval.trace.observed import Cited, Said
from eval.trace.trace import Trace


class FakeJudge:
    def __init__(self, *values):
        self.values = values
        self.heard = []

    def vote(self, rubric, case, number):
        self.heard.append((rubric, case, number))
        return Vote(value=self.values[number - 1], why=f"v{number}")


def told(*texts, **cited):
    return tuple(Said(text=text, cited=(Cited(quote="q", **cited),)) for text in texts)


@pytest.fixture
def score(make_item, make_trace):
    def put(judge, rubric=Rubric.FAITHFULNESS, expected=None, **given):
        given.setdefault("sentences", told("Deux ans."))
        item = make_item(**(expected or {}))
        return judged(judge, rubric, stated)(item, make_trace(**given))

    return put


def test_three_votes_make_a_score_with_each_vote_and_why(score):
    judge = FakeJudge(0.5, 1.0, None)

    found = score(judge)

    assert found.value == 0.75
    assert found.why == "0.50, 1.00, –: v1 | v3"
    assert sorted(number for _, _, number in judge.heard) == [1, 2, 3]


def test_a_majority_for_right_is_right_without_a_reason(score):
    assert score(FakeJudge(1.0, 0.0, 1.0)) == RIGHT


def test_without_a_quorum_nothing_is_scored(score):
    assert score(FakeJudge(None, None, 1.0)) is None


@pytest.mark.parametrize("outcome", ["declined", "clarify", "crisis"])
def test_a_refusal_is_never_judged(score, outcome):
    judge = FakeJudge(1.0, 1.0, 1.0)

    assert score(judge, outcome=outcome) is None
    assert judge.heard == []


@pytest.mark.parametrize("outcome", ["answered", "referred", None])
def test_what_answers_is_judged(score, outcome):
    assert score(FakeJudge(1.0, 1.0, 1.0), outcome=outcome) == RIGHT


@pytest.mark.parametrize("sentences", [(), (Said(text=" "),)])
def test_an_empty_reply_is_not_judged(score, sentences):
    assert score(FakeJudge(1.0, 1.0, 1.0), Rubric.RELEVANCY, sentences=sentences) is None


def test_faithfulness_needs_texts_cited_and_relevancy_does_not(score):
    uncited = (Said(text="Deux ans."),)

    assert score(FakeJudge(1.0, 1.0, 1.0), sentences=uncited) is None
    assert score(FakeJudge(1.0, 1.0, 1.0), Rubric.RELEVANCY, sentences=uncited) == RIGHT


def test_correctness_needs_a_right_answer_to_compare_with(score):
    judge = FakeJudge(1.0, 1.0, 1.0)

    assert score(judge, Rubric.CORRECTNESS) is None
    assert score(judge, Rubric.CORRECTNESS, {"reference": "Deux ans."}) == RIGHT
    assert judge.heard[0][1].reference == "Deux ans."


def test_a_case_is_the_last_reply_with_the_passages_it_cites_once(
    make_item, make_exchange, make_trace
):
    sentences = (*told("Un.", "Deux.", passage="P"), *told("Trois."))
    last = make_exchange(message="Et ?", history=("Bonjour",), sentences=sentences)

    case = case_of(make_item(), make_trace(make_exchange(), last), stated)

    assert case == Case(
        question="Bonjour\nEt ?", answer="Un.\nDeux.\nTrois.", contexts=("P", "q"), reference=""
    )


def test_an_item_that_could_not_be_put_is_not_judged(make_item):
    assert case_of(make_item(), Trace(dataset="d", item="i", fault="panne"), stated) is None


def test_every_rubric_is_a_slow_measure_named_after_it():
    measures = judge_measures(FakeJudge())

    assert [(m.name, m.dataset, m.slow) for m in measures] == [
        ("judge.faithfulness", "retrieval", True),
        ("judge.relevancy", "retrieval", True),
        ("judge.correctness", "retrieval", True),
    ]
    assert all(m.asks.endswith("?") for m in measures)


def test_over_another_data_set_a_measure_bears_its_name():
    measures = judge_measures(FakeJudge(), ("retrieval", "followups"))

    assert measures[3].name == "judge.faithfulness.followups"
    assert len({m.name for m in measures}) == len(measures) == 6


def test_references_may_come_from_elsewhere(make_item, make_trace):
    judge = FakeJudge(1.0, 1.0, 1.0)
    *_, correctness = judge_measures(judge, reference=lambda item: f"juste : {item.id}")

    assert correctness.score(make_item(), make_trace(sentences=told("Deux ans."))) == RIGHT
    assert judge.heard[0][1].reference == "juste : essai-0001"


def test_who_waits_is_told_each_time_votes_are_in(make_item, make_trace):
    told_of = []
    _, relevancy, _ = judge_measures(
        FakeJudge(1.0, 1.0, 1.0), heard=lambda rubric, item: told_of.append((rubric, item.id))
    )

    relevancy.score(make_item(), make_trace(sentences=told("Deux ans.")))
    relevancy.score(make_item(), make_trace(outcome="declined"))

    assert told_of == [(Rubric.RELEVANCY, "essai-0001")]


RECORDS = {"o:a#pay": "On gagne 1 900 €.", "o:a#access": "Deux ans.", "o:b#pay": "Ailleurs."}


@pytest.mark.parametrize(
    ("expected", "reference"),
    [
        ({"relevant": {"o:a#pay": 2, "o:b#pay": 1}}, "On gagne 1 900 €."),
        ({"relevant": {"o:a#pay": 2, "o:a#access": 2}}, "On gagne 1 900 €.\n\nDeux ans."),
        ({"relevant": {"o:b#pay": 1}}, ""),
        ({"relevant": {"o:c#pay": 2}}, ""),
        ({"relevant": {"o:a#pay": 2}, "reference": "Dite."}, "Dite."),
        ({}, ""),
    ],
)
def test_a_right_answer_is_the_records_that_answer_wholly(make_item, expected, reference):
    assert referring(RECORDS)(make_item(**expected)) == reference


def test_a_judge_is_opened_with_its_account(model, tmp_path):
    model.replies = ["", "{}"]
    judge, spending = open_judge(model, None, tmp_path, Price(read=2.0, written=10.0))

    lost = judge.vote(Rubric.RELEVANCY, Case(question="q", answer="a"), 1)
    judge.vote(Rubric.RELEVANCY, Case(question="q", answer="a"), 2)

    assert (lost.value, spending.failed) == (None, 2)
    assert spending.cost == pytest.approx(0.0003)
    assert open_judge(model, None, tmp_path)[1].cost is None


def test_a_run_says_who_judged_it_and_how_votes_are_drawn():
    model = ChatModel(base_url="http://127.0.0.1:9/v1", model="juge", temperature=0.3)

    assert judge_versions(model) == {
        "judge": "juge@http://127.0.0.1:9/v1",
        "judge votes": "seeds 1-3, temperature 0.3",
    }
    model.close()
