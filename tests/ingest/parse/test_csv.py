import csv as writer
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model.errors import MissingFileError, UnparsableFileError
from ingest.parse import csv


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fichier.csv"


def _read(path: Path, content: str | bytes) -> list[dict[str, str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [dict(row) for row in csv.read(path)]


@pytest.mark.parametrize("content", ["a,b\n1,2\n3,4\n", "a;b\n1;2\n3;4\n", "a;b\r\n1;2\r\n3;4"])
def test_either_separator_is_read(path: Path, content: str) -> None:
    assert _read(path, content) == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_the_other_separator_is_text_in_a_cell(path: Path) -> None:
    assert _read(path, 'a,b\n"1;2",3\n') == [{"a": "1;2", "b": "3"}]
    assert _read(path, "a;b\n1,2;3\n") == [{"a": "1,2", "b": "3"}]


def test_a_quoted_cell_may_hold_separators_quotes_and_line_breaks(path: Path) -> None:
    assert _read(path, 'a,b\n"un, ""deux""\n trois",\n') == [{"a": 'un, "deux"\n trois', "b": ""}]


def test_a_byte_order_mark_is_not_part_of_the_first_column(path: Path) -> None:
    assert _read(path, b"\xef\xbb\xbfa;b\n1;2\n") == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize("content", ["a;b\n", "a;b"])
def test_a_header_alone_gives_no_row(path: Path, content: str) -> None:
    assert _read(path, content) == []


def test_a_file_of_nothing_but_a_byte_order_mark_gives_no_row(path: Path) -> None:
    assert _read(path, b"\xef\xbb\xbf") == []


BAD = [
    pytest.param(b"", "fichier vide", id="empty"),
    pytest.param(b" \n", "fichier vide", id="blank"),
    pytest.param(b"a;b\n\xff;1", "ligne 2", id="binary"),
    pytest.param(b"a;b\n1;2\n3", "ligne 3", id="too few cells"),
    pytest.param(b"a;b\n1;2;3\n", "3 colonnes au lieu de 2", id="too many cells"),
    pytest.param(b"a;b\n\n1;2\n", "0 colonnes au lieu de 2", id="blank line"),
    pytest.param(b'a;b\n1;"2', "CSV illisible", id="open quote"),
    pytest.param(b'a;b\n1;"2"x\n', "CSV illisible", id="text after a quote"),
    pytest.param(b"a,b;c\n1,2;3\n4,5,6\n", "ligne 3", id="both separators"),
]


@pytest.mark.parametrize(("content", "told"), BAD)
def test_a_bad_file_is_named_with_the_place(path: Path, content: bytes, told: str) -> None:
    with pytest.raises(UnparsableFileError) as caught:
        _read(path, content)

    assert "fichier.csv" in str(caught.value)
    assert told in str(caught.value)


def test_a_bad_row_is_refused_even_after_good_ones_were_read(path: Path) -> None:
    path.write_text("a;b\n1;2\n3\n", "utf-8")
    rows = csv.read(path)

    assert next(rows) == {"a": "1", "b": "2"}
    with pytest.raises(UnparsableFileError, match="1 colonnes"):
        next(rows)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="absent"):
        list(csv.read(tmp_path / "absent"))


cells = st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"]))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(cells, min_size=2, max_size=2)),
    separator=st.sampled_from(",;"),
)
def test_what_was_written_is_read_again(path: Path, rows: list[list[str]], separator: str) -> None:
    written = StringIO(newline="")
    writer.writer(written, delimiter=separator, quoting=writer.QUOTE_ALL).writerows(
        [["un", "deux"], *rows]
    )

    found = _read(path, written.getvalue())

    assert [list(row.values()) for row in found] == rows
