from collections import Counter

import pytest

from assistant.settings import Settings
from eval.bench.answers import measure_answers, read_questions
from eval.bench.base import opened


def test_the_questions_are_many_and_each_is_asked_once():
    questions = read_questions()

    assert len(questions) >= 60
    assert Counter(questions).most_common(1)[0][1] == 1
    assert not any(question.startswith("#") for question in questions)


def test_every_side_answers_every_question_every_round(built, hashing):
    questions = ("Comment devenir infirmier ?", "Bonjour !", "À quoi sert le CPF ?")

    with opened(built, hashing) as base:
        figures = measure_answers(base, hashing, Settings(), questions, rounds=2, other=hashing)

    sides = (figures.search, figures.exact_search, figures.reply, figures.package_reply)
    assert {side.count for side in sides} == {6}
    assert all(0 < side.p50_ms <= side.p95_ms for side in sides)
    assert sum(figures.outcomes.values()) == 3
    assert len(figures.outcomes) > 1
    assert figures.recall == pytest.approx(1, abs=0.1)
