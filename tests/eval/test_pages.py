"""Figures between the marks of a page."""

import pytest

from corpus.model.errors import InputError
from eval.pages import put_between, with_between


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
