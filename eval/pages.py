"""Figures in pages for people: what stands between two marks is written by commands."""

from pathlib import Path

from corpus.model.errors import InputError
from corpus.store.files import write_atomically


def put_between(page: Path, name: str, text: str) -> None:
    """Replace what stands between the marks `name` of a page; InputError without page or marks."""
    write_atomically(page, with_between(page, name, text))


def put_drawn(page: Path, name: str, text: str, drawing: Path, drawn: str) -> None:
    """Replace what stands between marks, and the drawing it shows, by its path from the page."""
    put_between(page, name, text)
    shown = page.parent / drawing
    shown.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(shown, drawn)


def with_between(page: Path, name: str, text: str) -> str:
    """Return a page with `text` between its marks `name`; InputError without page or marks."""
    begin, end = marks(name)
    try:
        held = page.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(page, "page absente ou illisible") from error
    before, first, rest = held.partition(begin)
    _, last, after = rest.partition(end)
    if not (first and last):
        raise InputError(page, f"marques absentes : {begin} … {end}")
    return f"{before}{begin}\n{text}\n{end}{after}"


def marks(name: str) -> tuple[str, str]:
    """Return the two marks of a name."""
    return f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
