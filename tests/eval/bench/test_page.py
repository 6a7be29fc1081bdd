import json

import pytest

from eval.bench.page import put_between_markers, write_json


def test_only_what_stands_between_the_markers_is_replaced(page):
    put_between_markers(page, "neuf")
    put_between_markers(page, "plus neuf")

    assert page.read_text() == (
        "avant\n<!-- bench:begin -->\nplus neuf\n<!-- bench:end -->\naprès\n"
    )


@pytest.mark.parametrize("text", ["", "<!-- bench:begin -->", "<!-- bench:end -->"])
def test_a_page_without_both_markers_is_left_alone(tmp_path, text):
    page = tmp_path / "page.md"
    page.write_text(text)

    with pytest.raises(ValueError, match=r"page\.md has no"):
        put_between_markers(page, "neuf")

    assert page.read_text() == text


def test_the_file_for_programs_holds_every_figure_unrounded(tmp_path, make_figures):
    path = tmp_path / "results" / "bench.json"

    write_json(path, make_figures())

    held = json.loads(path.read_text())
    assert held["embedding"]["ratio"] == 8.0
    assert held["answers"]["outcomes"] == {"Answer": 60, "Referred": 10}
    assert held["machine"]["commit"] == "abc"
