import json
from dataclasses import replace

import pytest

from eval.bench.growth.page import DRAWING, MARK, section, write_json, write_page
from eval.pages import marks

BEGIN, END = marks(MARK)


@pytest.fixture
def held(tmp_path):
    """A page that awaits its section."""
    page = tmp_path / "retrieval.md"
    page.write_text(f"avant\n{BEGIN}\nvieux\n{END}\naprès\n")
    return page


def rows_of(text):
    return [line for line in text.splitlines() if line.startswith("|")]


def test_the_section_and_the_drawing_it_shows_are_written(held, figures):
    write_page(held, figures)

    told = held.read_text().partition(BEGIN)[2].partition(END)[0]
    assert told.strip() == section(figures)
    assert f"]({DRAWING.as_posix()})" in told
    assert (held.parent / DRAWING).read_text().startswith("<?xml")


def test_each_size_has_a_row_in_each_table_with_a_cell_a_column(figures):
    search, weight, crowd = (
        rows_of(part) for part in section(figures).split("\n\n") if part.startswith("|")
    )

    assert [len(search), len(weight), len(crowd)] == [4, 4, 4]
    for table in (search, weight, crowd):
        assert len({row.count("|") for row in table}) == 1
    assert search[2].startswith("| 200 |")
    assert search[3].count("–") == 4


def test_the_section_says_what_is_generated(figures):
    text = section(figures)

    assert "Generated, from a seed" in text
    assert f"our {figures.own_passages} passages" in text
    assert f"Questions: {figures.questions}, {figures.rounds} rounds" in text


def test_nobody_asking_at_once_leaves_two_tables(figures):
    alone = replace(figures, sizes=figures.sizes[1:])

    assert len(rows_of(section(alone))) == 6


def test_people_left_without_any_answer_have_no_delay(figures):
    small = figures.sizes[0]
    failed = replace(small.crowd.crowd, delay=None, errors=3)
    crowd = replace(small.crowd, crowd=failed)

    text = section(replace(figures, sizes=(replace(small, crowd=crowd),)))

    assert "| – | – |" in rows_of(text)[-1]
    assert rows_of(text)[-1].endswith("| 3 |")


def test_the_file_for_programs_holds_every_figure(tmp_path, figures):
    path = tmp_path / "results" / "growth.json"

    write_json(path, figures)

    read = json.loads(path.read_text())
    assert [size["passages"] for size in read["sizes"]] == [200, 400]
    assert read["sizes"][0]["search"]["exact"]["ratio"] > 0
    assert read["sizes"][1]["search"]["exact"] is None
    assert read["sizes"][0]["crowd"]["crowd"]["errors"] == 0
    assert set(read["sizes"][0]["search"]["search"]) == {"p50_ms", "p95_ms", "p99_ms", "count"}
