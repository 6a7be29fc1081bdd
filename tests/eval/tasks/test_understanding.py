"""Occupations and follow-ups, right and wrong."""

import pytest

from assistant.question import OccupationMatch, Question
from corpus.model.occupation import Occupation
from corpus.model.territory import Territory
from eval.tasks.understanding import score_followup, score_occupation


def read(key="", rome=(), place=""):
    found = Occupation(id=key, label="", feminine="", masculine="", rome=rome)
    match = OccupationMatch(occupation=found, name="n", score=1.0)
    where = Territory(code=place, name="", department="14") if place else None
    occupations = (match,) if key else ()
    return Question(text="", search_text="", occupations=occupations, place=where)


@pytest.mark.parametrize(("rome", "right"), [(("F1703",), True), (("F1601",), False), ((), False)])
def test_a_right_code_is_one_of_those_expected(subject, make_item, rome, right):
    item = make_item(rome=["F1703", "F1702"])

    assert score_occupation(subject(read=read("macon", rome)), item).right is right


@pytest.mark.parametrize(
    ("found", "expected", "right"),
    [
        ("occupation:infirmier", "occupation:infirmier", True),
        ("", "occupation:infirmier", False),
        ("occupation:macon", "", False),
        ("", "", True),
    ],
)
def test_a_follow_up_keeps_or_drops_its_occupation(subject, make_item, found, expected, right):
    item = make_item(occupation=expected, place="")

    assert score_followup(subject(read=read(found)), item).right is right


def test_a_follow_up_keeps_its_place(subject, make_item):
    item = make_item(occupation="", place="14366")

    assert score_followup(subject(read=read(place="14366")), item).right
    assert "place" in score_followup(subject(read=read(place="76351")), item).why
