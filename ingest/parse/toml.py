"""TOML files."""

import re
import tomllib
from pathlib import Path

from corpus.model.errors import UnparsableFileError
from ingest.parse.text import read_text

_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read(path: Path) -> dict[str, object]:
    """Return the top table; UnparsableFileError names the line."""
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"ligne {line[1]}" if line else f"ligne {text.count(chr(10)) + 1}"
        reason = _LINE.sub("", str(error)).strip()
        raise UnparsableFileError(path, f"TOML illisible ({reason})", where) from error
