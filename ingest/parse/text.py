"""Text files in UTF-8, with or without a byte order mark."""

from pathlib import Path

from corpus.model.errors import MissingFileError, UnparsableFileError


def read_text(path: Path) -> str:
    """Return the content; a missing, empty or binary file raises an error that says so."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    if not data.strip():
        raise UnparsableFileError(path, "fichier vide")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnparsableFileError(path, "n'est pas du texte UTF-8", f"ligne {line}") from error
