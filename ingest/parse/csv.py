"""CSV files: every row has the columns of the header, or the file is refused."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from corpus.model.errors import UnparsableFileError
from ingest.parse.text import read_text

Row = Mapping[str, str]


def read(path: Path) -> Iterator[Row]:
    """Yield the rows by column, whichever of `,` and `;` parts them; raise UnparsableFileError."""
    text = read_text(path)
    header = text.partition("\n")[0]
    rows = csv.reader(StringIO(text), delimiter=";" if ";" in header else ",", strict=True)
    try:
        columns = next(rows, [])
        for row in rows:
            if len(row) != len(columns):
                reason = f"{len(row)} colonnes au lieu de {len(columns)}"
                raise UnparsableFileError(path, reason, f"ligne {rows.line_num}")
            yield dict(zip(columns, row, strict=True))
    except csv.Error as error:
        where = f"ligne {rows.line_num}"
        raise UnparsableFileError(path, f"CSV illisible ({error})", where) from error
