from collections import Counter

import numpy as np
import pytest

from assistant.settings import Settings
from corpus.model.document import Kind
from corpus.store.knowledge_base import in_memory
from corpus.store.ports import SHELVES
from eval.bench.answers import measure_answers, read_questions, searched_in_memory
from eval.bench.base import Base
from ingest.content import Content


def test_the_questions_are_many_and_each_is_asked_once():
    questions = read_questions()

    assert len(questions) >= 60
    assert Counter(questions).most_common(1)[0][1] == 1
    assert not any(question.startswith("#") for question in questions)


def test_every_side_answers_every_question_every_round(base, hashing):
    questions = ("Comment devenir infirmier ?", "Bonjour !", "À quoi sert le CPF ?")

    figures = measure_answers(base, hashing, Settings(), questions, rounds=2, other=hashing)

    sides = (figures.search, figures.exact_search, figures.reply, figures.package_reply)
    assert {side.count for side in sides} == {6}
    assert all(0 < side.p50_ms <= side.p95_ms for side in sides)
    assert sum(figures.outcomes.values()) == 3
    assert len(figures.outcomes) > 1
    assert figures.recall == pytest.approx(1, abs=0.1)
    assert figures.passages == len(base.content.passages)


def test_an_empty_base_misses_nothing(hashing):
    kb = in_memory(hashing.fingerprint, hashing.dimension)
    empty = Base(kb=kb, content=Content(), vectors=np.empty((0, hashing.dimension), np.float32))

    figures = measure_answers(empty, hashing, Settings(), ["Et ?"], rounds=1, other=hashing)

    assert (figures.passages, figures.recall) == (0, 1)


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_baseline_in_memory_searches_the_same_shelves(base, shelf):
    exact = searched_in_memory(base).vectors
    held = {row: one.id for row, one in enumerate(base.content.entries) if one.shelf is shelf}

    for vector in base.vectors[list(held)[::20]]:
        ours, theirs = (index.search(vector, [shelf], 3) for index in (base.kb.vectors, exact))

        assert {one.id for one in theirs} <= set(held.values())
        assert [one.score for one in theirs] == pytest.approx([one.score for one in ours], abs=1e-4)


def test_the_baseline_in_memory_tells_the_same_records_and_finds_the_same_words(base):
    memory = searched_in_memory(base)

    found = [kb.words.search("soins infirmiers", tuple(Kind), 5) for kb in (memory, base.kb)]

    subjects = [
        {one.subject for one in base.kb.passages.get([hit.id for hit in hits]).values()}
        for hits in found
    ]
    assert subjects == [{"occupation:infirmier"}] * 2
    assert memory.passages is base.kb.passages
