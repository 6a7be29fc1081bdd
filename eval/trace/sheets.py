"""Records and the sheets they belong to, as data sets name them: `subject#aspect`."""

from collections.abc import Iterable

from eval.trace.observed import Cited


def sheet_of(record: str) -> str:
    """Return the sheet of a record: what stands before its aspect."""
    return record.partition("#")[0]


def cited_sheets(cited: Iterable[Cited]) -> frozenset[str]:
    """Return the sheets cited, where the subject tells them."""
    return frozenset(sheet_of(one.record) for one in cited if one.record)
