"""Our own records in TOML: sheets of sourced statements, organisations, referral rules, places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from corpus.model.errors import UnparsableFileError
from corpus.model.source import Source
from ingest.connectors.items import Item
from ingest.connectors.records_directory import organisation, rule, territory
from ingest.connectors.records_sheet import sheet
from ingest.fields import Fields, Problem, told
from ingest.load.files import SourceFile
from ingest.parse import toml

_TABLES: Final[Mapping[str, Callable[[Fields], Item]]] = {
    "organisation": organisation,
    "rule": rule,
    "territory": territory,
}


def records(files: Sequence[SourceFile], source: Source) -> Iterator[Item]:
    """Yield what the files hold; UnparsableFileError names every wrong or unknown field."""
    for file in files:
        yield from _items(file, source)


def _items(file: SourceFile, source: Source) -> Sequence[Item]:
    problems: list[Problem] = []
    top = Fields(toml.read(file.path), "", problems)
    if not {"sheet", *_TABLES} & set(top.table):
        raise UnparsableFileError(
            file.path, f"aucune table connue (sheet, {', '.join(_TABLES)}) dans ce fichier"
        )
    items = list(sheet(top, source)) if "sheet" in top.table else []
    for key, read in _TABLES.items():
        for fields in top.parts(key):
            items.append(read(fields))
            fields.refuse_unknown()
    top.refuse_unknown()
    if problems:
        where, reason = told(problems)
        raise UnparsableFileError(file.path, reason, where)
    return items
