"""JSON files."""

import json
import re
from pathlib import Path
from typing import Never

from corpus.model.errors import UnparsableFileError
from ingest.parse.text import read_text

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read(path: Path) -> object:
    """Return the parsed value; UnparsableFileError names the line and column."""
    text = read_text(path)

    def refuse(constant: str) -> Never:
        raise UnparsableFileError(path, f"{constant} n'est pas une valeur JSON")

    try:
        value: object = json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        where = f"ligne {error.lineno}, colonne {error.colno}"
        raise UnparsableFileError(path, f"JSON illisible ({error.msg})", where) from error
    except RecursionError as error:
        raise UnparsableFileError(path, "JSON trop imbriqué") from error
    if _SURROGATE.search(text):
        _refuse_half_characters(path, value)
    return value


def _refuse_half_characters(path: Path, value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UnparsableFileError(path, "caractère coupé en deux (\\ud8…)") from error
