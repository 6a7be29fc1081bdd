from dataclasses import replace

import pytest

from eval.pages import marks
from eval.retrieval.page import MARK, section, write_page
from eval.retrieval.swept import DRAWING

BEGIN, END = marks(MARK)


@pytest.fixture
def held(tmp_path):
    """A page that awaits its section."""
    page = tmp_path / "retrieval.md"
    page.write_text(f"avant\n{BEGIN}\nvieux\n{END}\naprès\n")
    return page


def tables(text):
    """The tables of a text, each as its lines."""
    found = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def test_the_section_and_the_drawing_it_shows_are_written(held, figures):
    write_page(held, figures)

    told = held.read_text().partition(BEGIN)[2].partition(END)[0]
    assert told.strip() == section(figures)
    assert f"]({DRAWING.as_posix()})" in told
    assert (held.parent / DRAWING).read_text().startswith("<?xml")


def test_every_table_has_a_cell_a_column_in_every_row(figures):
    found = tables(section(figures))

    assert [len(table) - 2 for table in found] == [7, 4, 7, len(figures.curves.curves), 19, 3]
    for table in found:
        assert len({row.count("|") for row in table}) == 1


def test_the_section_says_what_made_it_and_on_what(figures):
    text = section(figures)

    assert "`spro eval retrieval --split development`" in text
    assert figures.machine.date in text
    assert f"{figures.machine.cores} cores" in text
    assert "the 4 passages" in text
    assert "the 4 questions written for them" in text
    assert "3 questions, 1 rounds" in text


def test_each_figure_asked_for_stands_beside_its_target(figures):
    target = replace(figures, targets={**figures.targets, "understanding.occupations": 0.92})

    asked = {row.split(" | ")[0]: row for row in tables(section(target))[0]}

    assert asked["| `understanding.occupations`"].endswith(
        "| 2 | 0,500 [0,095 ; 0,905] | ≥ 0,92 | **no** |"
    )
    assert asked["| `understanding.followups`"].endswith("| ≥ 0,50 | yes |")


def test_people_left_without_any_record_have_no_delay(figures):
    crowd = replace(figures.delays.crowd, delay=None, errors=3)
    failed = replace(figures, delays=replace(figures.delays, crowd=crowd))

    text = section(failed)

    assert len(tables(text)[-1]) - 2 == 2
    assert "3 errors" in text
