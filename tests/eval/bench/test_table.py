from io import StringIO

from rich.console import Console

from eval.bench.rows import Row
from eval.bench.table import COLUMNS, markdown, terminal

MET = Row(measure="Vite", result="2 ms", baseline="9 ms", target="≤ 3 ms", met=True)
MISSED = Row(measure="Lent", result="8 ms", baseline="9 ms", target="≤ 3 ms", met=False)
PLAIN = Row(measure="Sans but", result="1", baseline="2")


def test_the_markdown_table_has_a_line_a_row_and_as_many_cells_as_columns(make_figures):
    text = markdown([MET, MISSED, PLAIN], make_figures())

    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert lines[2] == "| Vite | 2 ms | 9 ms | ≤ 3 ms | yes |"
    assert lines[3].endswith("| no |")
    assert lines[4].endswith("|  |  |")
    assert {line.count("|") for line in lines} == {len(COLUMNS) + 1}


def test_the_markdown_says_what_was_measured_on_what(make_figures):
    text = markdown([MET], make_figures())

    assert "2026-11-23, 2 cores, no GPU used, 8 GB, Linux x86_64" in text
    assert "python 3.11." in text
    assert (
        "Questions: 70, 5 rounds, over 400 passages (version v1); replies: Answer 60, Referred 10"
        in text
    )
    assert "48 passages of 176 tokens" in text


def test_the_terminal_shows_every_cell():
    drawing = StringIO()
    console = Console(width=120, file=drawing)

    console.print(terminal([MET, MISSED]))

    drawn = drawing.getvalue()
    assert all(cell in drawn for cell in ("Vite", "2 ms", "9 ms", "≤ 3 ms", "yes", "no"))
