import pytest

from eval.retrieval.beside import beside
from eval.retrieval.measured import GAIN, RECALL, measured
from eval.retrieval.ways import Ranks
from eval.trace.trace import FoundRecord

TASKS, CPF = "occupation:macon#tasks", "scheme:cpf#funding"


def ranking(name, *records):
    found = [FoundRecord(record=record, score=1.0) for record in records]
    return Ranks(name=name, search=lambda _: found)


def test_ours_is_ahead_by_the_mean_difference_question_by_question(items):
    ours = measured(ranking("ours", TASKS), items, (GAIN, RECALL))

    other = beside(ranking("other", CPF), items, ours)

    assert other.name == "other"
    assert other.gain.result.values == {"r1": 0.0, "r2": 0.0, "r3": 1.0}
    assert other.gain.ahead.mean == pytest.approx(1 / 3)
    assert other.gain.changed == 3
    assert (other.recall.ahead.mean, other.recall.ahead.items, other.recall.changed) == (1, 2, 2)


def test_the_same_ranking_is_neither_ahead_nor_behind(items):
    ours = measured(ranking("ours", TASKS, CPF), items, (GAIN, RECALL))

    same = beside(ranking("same", TASKS, CPF), items, ours)

    assert (same.gain.ahead.mean, same.gain.changed) == (0, 0)
    assert (same.gain.ahead.interval.low, same.gain.ahead.interval.high) == (0, 0)


def test_the_interval_of_a_difference_is_the_same_each_time(items):
    ours = measured(ranking("ours", TASKS), items, (GAIN, RECALL))

    one, two = (beside(ranking("other", CPF), items, ours) for _ in range(2))

    assert one == two


def test_questions_ours_is_not_scored_on_are_left_out(items):
    most = {"retrieval": items["retrieval"][:2]}
    ours = measured(ranking("ours", TASKS), most, (GAIN, RECALL))

    other = beside(ranking("other", CPF), items, ours)

    assert set(other.gain.result.values) == {"r1", "r2"}
