"""Whom the data sets speak for."""

import pytest

from eval.data.coverage import NEEDED, coverage, lacking, to_markdown


@pytest.fixture
def tables(make):
    one = [make(department="14"), make(department="14", public="lyceen"), make(department="")]
    return {table.field: table for table in coverage({"one": one, "two": [make(department="76")]})}


def test_values_are_counted_by_data_set_and_together(tables):
    table = tables["department"]

    assert list(table.header) == ["department", "one", "two", "all"]
    assert list(table.rows) == [("14", [2, 0, 2]), ("76", [0, 1, 1]), ("–", [1, 0, 1])]


def test_what_most_speak_for_comes_first(tables):
    assert [value for value, _ in tables["public"].rows] == ["adulte", "lyceen"]


def test_every_side_that_matters_is_counted(tables):
    assert {"split", "review", "public", "department", "register", "language"} <= set(tables)


def test_a_table_is_written_as_one(tables):
    assert to_markdown([tables["department"]]) == (
        "| department | one | two | all |\n"
        "|---|---:|---:|---:|\n"
        "| 14 | 2 | 0 | 2 |\n"
        "| 76 | 0 | 1 | 1 |\n"
        "| – | 1 | 0 | 1 |"
    )


def test_whoever_nobody_speaks_for_is_named(make):
    details = {problem.detail for problem in lacking({"a": [make()], "b": [make(public="brsa")]})}

    assert "public = militaire" in details
    assert "department = 61" in details
    assert not details & {"public = adulte", "public = brsa", "department = 14"}


def test_nothing_lacks_when_everybody_speaks(make):
    items = [make(public=public) for public in NEEDED["public"]]
    items += [make(department=department) for department in NEEDED["department"]]

    assert list(lacking({"a": items})) == []
