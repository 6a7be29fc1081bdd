import json
import re

import pytest

from corpus.embedding.hashing import HashingEmbedder
from eval.judges.base import Case, Rubric
from eval.judges.ragas_judges import RagasJudge, rubrics

CASE = Case(
    question="Combien dure le BTS ?",
    answer="Le BTS dure deux ans. Il est payé.",
    contexts=("Le BTS dure deux ans.", "Il se prépare en lycée."),
    reference="Le BTS dure deux ans.",
)
STATEMENTS = {"statements": ["Le BTS dure deux ans.", "Le BTS est payé."]}
CLAIMS = {"claims": ["Le BTS dure deux ans."]}


def verdicts(*given):
    return {
        "statements": [
            {"statement": f"a{n}", "reason": f"r{n}", "verdict": verdict}
            for n, verdict in enumerate(given, start=1)
        ]
    }


@pytest.fixture
def vote(cached, model):
    def ask(rubric, *replies, number=1):
        model.replies = [r if isinstance(r, str) else json.dumps(r) for r in replies]
        judge = RagasJudge(model=cached, embedder=HashingEmbedder(dimension=64))
        return judge.vote(rubric, CASE, number)

    return ask


def test_faithfulness_is_the_share_of_what_is_proved_and_says_what_is_not(vote):
    found = vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(1, 0))

    assert found.value == 0.5
    assert found.why == "a2 (r2)"


def test_faithfulness_is_whole_when_all_is_proved(vote):
    found = vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(1, 1))

    assert (found.value, found.why) == (1.0, "")


def test_the_judge_is_given_the_answer_then_the_texts_it_cites(vote, model):
    vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(1, 1), number=3)

    (cutting, first_seed), (judging, second_seed) = model.asked
    assert CASE.answer in cutting
    assert CASE.question in cutting
    assert all(text in judging for text in (*CASE.contexts, *STATEMENTS["statements"]))
    assert first_seed == second_seed == 3


def test_relevancy_is_how_near_the_question_answered_is_to_the_one_asked(vote):
    same = vote(Rubric.RELEVANCY, {"question": CASE.question, "noncommittal": 0})
    other = vote(Rubric.RELEVANCY, {"question": "Où manger ?", "noncommittal": 0}, number=2)

    assert same.value == pytest.approx(1.0)
    assert other.value < 0.9
    assert other.why == "Où manger ?"


def test_an_evasive_answer_is_not_relevant(vote):
    assert vote(Rubric.RELEVANCY, {"question": CASE.question, "noncommittal": 1}).value == 0.0


def test_correctness_is_the_share_of_what_is_said_that_the_right_texts_bear_out(vote, model):
    found = vote(Rubric.CORRECTNESS, CLAIMS, verdicts(1, 0, 0))

    (taking, _), (judging, _) = model.asked
    assert found.value == pytest.approx(0.33)
    assert found.why == "a2 (r2) ; a3 (r3)"
    assert CASE.answer in taking
    assert CASE.reference in judging


@pytest.mark.parametrize(
    ("rubric", "replies"),
    [
        (Rubric.FAITHFULNESS, [{"statements": []}]),
        (Rubric.FAITHFULNESS, [STATEMENTS, {"statements": []}]),
        (Rubric.RELEVANCY, [{"question": "", "noncommittal": 0}]),
        (Rubric.CORRECTNESS, [{"claims": []}]),
        (Rubric.CORRECTNESS, [CLAIMS, {"statements": []}]),
        (Rubric.RELEVANCY, ["je ne sais pas"]),
        (Rubric.RELEVANCY, ["{}"]),
        (Rubric.RELEVANCY, [""]),
    ],
)
def test_a_judge_that_says_nothing_usable_gives_no_vote(vote, cached, rubric, replies):
    assert not vote(rubric, *replies).valid
    assert cached.spending.failed == 1


def test_a_lost_vote_says_which_and_why(vote):
    assert vote(Rubric.RELEVANCY, "", number=2).why == "vote 2: ModelError: essai"


def test_a_vote_without_what_it_compares_with_is_lost(cached):
    bare = Case(question="q", answer="a")
    judge = RagasJudge(model=cached, embedder=HashingEmbedder())

    assert not judge.vote(Rubric.FAITHFULNESS, bare, 1).valid


def test_json_is_found_amid_other_words(vote):
    wrapped = f"Voici :\n```json\n{json.dumps(STATEMENTS)}\n```"

    assert vote(Rubric.FAITHFULNESS, wrapped, verdicts(1, 1)).value == 1.0


def test_a_reply_nobody_can_read_is_not_kept(vote, cached):
    vote(Rubric.RELEVANCY, "je ne sais pas")

    assert list(cached.folder.rglob("*.json")) == []


def test_the_same_vote_asked_again_costs_nothing(vote, cached):
    vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(1, 0))
    again = vote(Rubric.FAITHFULNESS, "")

    assert again.value == 0.5
    assert (cached.spending.calls, cached.spending.cached) == (2, 2)


def test_at_most_five_reasons_are_told(vote):
    found = vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(*[0] * 7))

    assert found.why.count(" ; ") == 4


def test_the_judge_is_spoken_to_in_french_only(vote, model):
    vote(Rubric.FAITHFULNESS, STATEMENTS, verdicts(1, 1))
    vote(Rubric.RELEVANCY, {"question": "q", "noncommittal": 0})
    vote(Rubric.CORRECTNESS, CLAIMS, verdicts(1))

    english = re.compile(r"Einstein|\bplease\b|\byour task\b|\bExample \d|\bInput:", re.IGNORECASE)
    assert len(model.asked) == 5
    assert [prompt for prompt, _ in model.asked if english.search(prompt)] == []
    assert all(rubrics()["frame"]["schema"] in prompt for prompt, _ in model.asked)
