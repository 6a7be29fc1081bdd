"""Our own records in TOML: sheets, questions, names, organisations, rules, places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from corpus.model.errors import UnparsableFileError
from corpus.model.source import Source
from ingest.connectors.items import Item
from ingest.connectors.records_asked import asked
from ingest.connectors.records_beyond import unanswerable
from ingest.connectors.records_directory import organisation, rule, territory
from ingest.connectors.records_names import named_occupation
from ingest.connectors.records_sheet import sheet
from ingest.fields import Fields, Problem, told
from ingest.load.files import SourceFile
from ingest.parse import toml

_TABLES: Final[Mapping[str, Callable[[Fields], Item]]] = {
    "occupation": named_occupation,
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
    known = ("sheet", "asked", "unanswerable", *_TABLES)
    if not set(known) & set(top.table):
        raise UnparsableFileError(
            file.path, f"aucune table connue ({', '.join(known)}) dans ce fichier"
        )
    items = list(sheet(top, source)) if "sheet" in top.table else list(_lists(top))
    top.refuse_unknown()
    if problems:
        where, reason = told(problems)
        raise UnparsableFileError(file.path, reason, where)
    return items


def _lists(top: Fields) -> Iterator[Item]:
    """Yield the records of a file made of lists."""
    if "asked" in top.table:
        subject = top.text("subject")
        yield from (asked(part, subject) for part in top.parts("asked"))
    for part in top.parts("unanswerable"):
        yield from unanswerable(part)
    for key, read in _TABLES.items():
        for fields in top.parts(key):
            yield read(fields)
            fields.refuse_unknown()
