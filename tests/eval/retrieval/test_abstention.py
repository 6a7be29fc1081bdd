from dataclasses import replace

import numpy as np
import pytest

from assistant.evidence import Evidence, Hit
from assistant.retrieval.answerable import Answerable
from eval.fitting.border import Border
from eval.retrieval.abstention import GRID, curves

SURE = {
    "que fait un maçon": 0.9,
    "et le maçon ?": 0.42,
    "une formation de magicien": 0.7,
    "quelle météo demain": 0.3,
    "le train est en retard": 0.1,
}
ANSWERABLE = ("que fait un maçon", "et le maçon ?")


@pytest.fixture
def sure(assistant, passages):
    """The assistant, as sure of each message as we say; a word of ours makes it ours."""
    hit = Hit(passage=passages[-1], score=1.0, ranks={})

    def retrieve(question):
        sheets = ("occupation:macon",) if "devenir" in question.text else ()
        return Evidence(hits=(hit,), subjects=sheets, confidence=SURE.get(question.text, 1.0))

    thresholds = {"sheet": 0.1, "ours": 0.5, "other": 0.2}
    return replace(assistant, retrieve=retrieve, answerable=Answerable(thresholds=thresholds))


def border_of(put, *texts):
    return Border(
        items=[put(text, text) for text in texts],
        answerable=np.array([text in ANSWERABLE for text in texts], bool),
    )


@pytest.fixture
def swept(sure, put):
    return curves(sure, border_of(put, *SURE))


def at(curve, threshold):
    return next(point for point in curve.points if point.threshold == threshold)


def test_each_kind_of_question_has_a_curve_over_every_threshold(swept):
    assert [curve.kind for curve in swept.curves] == ["sheet", "ours", "other"]
    assert all([point.threshold for point in c.points] == list(GRID) for c in swept.curves)
    assert (GRID[0], GRID[-1], len(GRID)) == (0.05, 0.95, 19)


def test_a_threshold_refuses_what_it_is_above_and_answers_the_rest(swept):
    _, ours, other = swept.curves

    assert at(ours, 0.4).refused.value == 0
    assert at(ours, 0.45).refused.value == 0.5
    assert (at(ours, 0.7).answered.value, at(ours, 0.75).answered.value) == (1, 0)
    assert [at(other, t).answered.value for t in (0.1, 0.3, 0.35)] == [1, 0.5, 0]


def test_the_thresholds_in_use_are_told_with_their_doubt_and_their_number(swept):
    _, ours, other = swept.curves

    assert (ours.chosen.threshold, other.chosen.threshold) == (0.5, 0.2)
    assert (ours.chosen.refused.value, ours.chosen.refused.count) == (0.5, 2)
    assert 0 < ours.chosen.refused.interval.low < 0.5 < ours.chosen.refused.interval.high < 1
    assert (other.chosen.answered.value, other.chosen.answered.count) == (0.5, 2)


def test_a_share_of_no_message_is_absent(swept):
    sheet, _, other = swept.curves

    assert other.chosen.refused is None
    assert (sheet.chosen.refused, sheet.chosen.answered) == (None, None)


def test_what_is_never_decided_on_is_counted_apart(sure, put, swept):
    more = curves(sure, border_of(put, *SURE, "j'ai envie de mourir", "bonjour"))

    assert swept.undecided == 0
    assert more.undecided == 2
    assert more.curves == swept.curves


def test_what_every_sheet_tells_is_decided_by_no_threshold(sure, put, swept):
    more = curves(sure, border_of(put, *SURE, "comment devenir maçon ?"))

    assert more.undecided == 1
    assert more.curves == swept.curves


def test_a_step_without_thresholds_has_no_curve(assistant, put):
    with pytest.raises(TypeError, match="no thresholds"):
        curves(replace(assistant, answerable=lambda *_: True), border_of(put))
