"""Whom the data sets speak for."""

from pathlib import Path

import pytest

from corpus.model.errors import InputError
from eval.data.coverage import BEGIN, END, NEEDED, coverage, lacking, to_markdown, written

PAGE = Path("page.md")


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


def test_a_page_keeps_what_is_around_its_tables(tables):
    page = f"avant\n{BEGIN}\nvieux\n{END}\naprès\n"

    new = written(page, [tables["department"]], PAGE)

    assert new.startswith(f"avant\n{BEGIN}\n| department |")
    assert new.endswith(f"| – | 1 | 0 | 1 |\n{END}\naprès\n")
    assert written(new, [tables["department"]], PAGE) == new


@pytest.mark.parametrize("page", ["rien", BEGIN, END, f"{END} {BEGIN}"])
def test_a_page_without_its_marks_is_refused(page, tables):
    with pytest.raises(InputError, match="marques"):
        written(page, list(tables.values()), PAGE)


def test_whoever_nobody_speaks_for_is_named(make):
    details = {problem.detail for problem in lacking({"a": [make()], "b": [make(public="brsa")]})}

    assert "public = militaire" in details
    assert "department = 61" in details
    assert not details & {"public = adulte", "public = brsa", "department = 14"}


def test_nothing_lacks_when_everybody_speaks(make):
    items = [make(public=public) for public in NEEDED["public"]]
    items += [make(department=department) for department in NEEDED["department"]]

    assert list(lacking({"a": items})) == []
