"""Figures between the marks of a page."""

from pathlib import Path

import pytest

from corpus.model.errors import InputError
from eval.pages import put_between, put_drawn, with_between


def test_only_what_stands_between_the_marks_is_replaced(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("avant\n<!-- bench:begin -->\nvieux\n<!-- bench:end -->\naprès\n")

    put_between(page, "bench", "neuf")
    put_between(page, "bench", "plus neuf")

    assert page.read_text() == (
        "avant\n<!-- bench:begin -->\nplus neuf\n<!-- bench:end -->\naprès\n"
    )


@pytest.mark.parametrize(
    "text", ["", "<!-- a:begin -->", "<!-- a:end -->", "<!-- b:begin --><!-- b:end -->"]
)
def test_a_page_without_both_marks_is_left_alone(tmp_path, text):
    page = tmp_path / "page.md"
    page.write_text(text)

    with pytest.raises(InputError, match=r"page\.md"):
        with_between(page, "a", "neuf")
    with pytest.raises(InputError, match="marques"):
        put_between(page, "a", "neuf")

    assert page.read_text() == text


@pytest.mark.parametrize("held", [None, b"\xe9"])
def test_a_page_that_cannot_be_read_is_told(tmp_path, held):
    page = tmp_path / "page.md"
    if held:
        page.write_bytes(held)

    with pytest.raises(InputError, match="illisible"):
        with_between(page, "a", "neuf")


def test_a_drawing_is_written_beside_the_page_once_the_page_is(tmp_path):
    page, drawing = tmp_path / "page.md", Path("img") / "one.svg"
    page.write_text("<!-- a:begin -->\n<!-- a:end -->")

    put_drawn(page, "a", "![](img/one.svg)", drawing, "<svg/>")

    assert "![](img/one.svg)" in page.read_text()
    assert (tmp_path / drawing).read_text() == "<svg/>"


def test_a_page_without_marks_gets_no_drawing(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("rien")

    with pytest.raises(InputError, match="marques absentes"):
        put_drawn(page, "a", "neuf", Path("img") / "one.svg", "<svg/>")

    assert not (tmp_path / "img").exists()
