"""Traces scored, item by item."""

import pytest

from eval.runs.results import ItemScore, score_all
from eval.scorers.base import RIGHT, wrong
from eval.tasks.base import Measure
from eval.trace.trace import Trace

FAULT = Trace(dataset="essai", item="essai-0001", fault="panne")
SCORES = {"juste": RIGHT, "faux": wrong("est faux"), "raté": wrong("est raté")}
MEASURE = Measure(
    name="essai.juste", dataset="essai", asks="?", score=lambda _, t: SCORES.get(t.only.message)
)


@pytest.fixture
def scored(make_item, make_trace):
    """Return the result of one item from its repeats: a message that has a score, has none, `!`."""

    def scoring(*repeats):
        traces = [FAULT if one == "!" else make_trace(message=one) for one in repeats]
        (result,) = score_all([("essai", MEASURE)], {"essai": [make_item()]}, traces)
        return result

    return scoring


@pytest.mark.parametrize(
    ("repeats", "scores", "unscored", "faults"),
    [
        (["juste"], 1, 0, 0),
        (["rien"], 0, 1, 0),
        (["!"], 0, 0, 1),
        ([], 0, 1, 0),
        (["!", "!"], 0, 0, 1),
        (["!", "juste"], 1, 0, 1),
        (["!", "rien"], 0, 0, 1),
        (["rien", "juste"], 1, 0, 0),
    ],
)
def test_an_item_is_unscored_only_when_it_is_neither_scored_nor_faulted(
    scored, repeats, scores, unscored, faults
):
    result = scored(*repeats)

    assert (len(result.scores), result.unscored, result.faults) == (scores, unscored, faults)


def test_repeats_are_averaged_and_each_reason_told_once(scored):
    result = scored("juste", "faux", "raté", "faux")

    assert result.scores == (ItemScore(item="essai-0001", value=0.25, why="est faux | est raté"),)


def test_an_item_of_another_data_set_is_left_out(make_item, make_trace):
    (result,) = score_all([("essai", MEASURE)], {"autre": [make_item()]}, [make_trace()])

    assert (result.scores, result.unscored, result.mean) == ((), 0, None)
