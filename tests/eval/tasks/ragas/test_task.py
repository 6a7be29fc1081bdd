"""The measures made of the metrics of ragas."""

import pytest

pytest.importorskip("ragas", reason="the extra `eval` is not installed")

from eval.tasks.ragas.task import NAME, ragas_measures
from eval.trace.trace import FoundRecord


class NoEmbedder:
    """Is never asked."""


@pytest.fixture
def measures():
    return ragas_measures({}, NoEmbedder())


def test_each_metric_is_a_slow_measure_of_its_own(measures):
    assert [measure.name for measure in measures] == [
        f"{NAME}.context-precision",
        f"{NAME}.context-recall",
        f"{NAME}.quoted-spans",
        f"{NAME}.similarity",
        f"{NAME}.rouge",
        f"{NAME}.chrf",
    ]
    assert all(measure.slow and measure.dataset == "retrieval" for measure in measures)


def test_each_measure_asks_a_question_of_its_own(measures):
    asked = {measure.asks for measure in measures}

    assert len(asked) == len(measures)
    assert all(question.endswith("?") for question in asked)


def test_precision_and_recall_are_not_mistaken_for_each_other(make_item, make_trace, measures):
    precision, recall = (measure.score for measure in measures[:2])
    found = tuple(FoundRecord(record=record, score=1) for record in ("a", "b"))
    item, trace = make_item(relevant={"a": 2}), make_trace(found=found)

    assert precision(item, trace).value == 0.5
    assert recall(item, trace).right
