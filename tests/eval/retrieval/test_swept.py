from xml.etree import ElementTree as ET

import pytest

from eval.bench.growth.plot import sweeps
from eval.retrieval.abstention import GRID, Curve, Curves, Point, Share
from eval.retrieval.swept import drawn, told
from eval.runs.statistics import Interval


def share(value, count=10):
    return Share(value=value, interval=Interval(low=0.0, high=1.0), count=count)


def curve(kind, chosen, *, answered=True):
    """One kind, refused as much as its threshold, answered as much less; perhaps on one side."""
    points = [
        Point(threshold=t, refused=share(t), answered=share(1 - t, 5) if answered else None)
        for t in (*GRID, chosen)
    ]
    return Curve(kind=kind, points=tuple(points[:-1]), chosen=points[-1])


@pytest.fixture
def curves():
    return Curves(curves=(curve("ours", 0.4), curve("other", 0.5, answered=False)), undecided=2)


def test_what_the_thresholds_in_use_do_is_told_kind_by_kind(curves):
    lines = list(told(curves))

    assert (
        "| `ours` | 0,40 | 0,400 [0,000 ; 1,000], n = 10 | 0,600 [0,000 ; 1,000], n = 5 |" in lines
    )
    assert "| `other` | 0,50 | 0,500 [0,000 ; 1,000], n = 10 | – |" in lines
    assert "On 2 more messages no threshold decides" in lines[0]


def test_every_threshold_tried_is_told_the_kinds_side_by_side(curves):
    lines = list(told(curves))

    assert "| 0,05 | 0,050 | 0,950 | 0,050 | – |" in lines
    assert "| 0,95 | 0,950 | 0,050 | 0,950 | – |" in lines


def test_the_drawing_stands_alone_and_names_what_it_shows(curves):
    root = ET.fromstring(sweeps(drawn(curves)))  # noqa: S314 # our own drawing

    said = {element.text for element in root.iter() if element.text}
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert {"ours: 10 to answer, 5 not", "other: 10 to answer, 0 not", "threshold"} <= said
    assert {"to answer, refused", "not to answer, answered", "0,5"} <= said


def test_the_same_curves_make_the_same_bytes(curves):
    assert sweeps(drawn(curves)) == sweeps(drawn(curves))


def test_one_kind_alone_is_drawn(curves):
    assert "ours" in sweeps(drawn(curves)[:1])
