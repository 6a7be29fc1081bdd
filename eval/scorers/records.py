"""Records and the sheets they belong to, as data sets name them: `subject#aspect`."""

from collections.abc import Iterable, Mapping

from eval.data.item import Item
from eval.trace.observed import Cited, Observed


def sheet_of(record: str) -> str:
    """Return the sheet of a record: what stands before its aspect."""
    return record.partition("#")[0]


def grades(item: Item) -> Mapping[str, int]:
    """Return how far each record answers an item: 2 by itself, 1 in part."""
    relevant: Mapping[str, int] = item.expected.get("relevant") or {}
    return relevant


def relevant_sheets(item: Item) -> frozenset[str]:
    """Return the sheets that answer an item, in whole or in part."""
    return frozenset(sheet_of(record) for record in grades(item))


def cited_sheets(cited: Iterable[Cited]) -> frozenset[str]:
    """Return the sheets cited, where the subject tells them."""
    return frozenset(sheet_of(one.record) for one in cited if one.record)


def rightly_alarmed(item: Item, observed: Observed) -> bool:
    """Return whether help lines were due and given: such a turn is neither searched nor cited."""
    return observed.outcome == "crisis" and "crisis" in (item.expected.get("outcome") or ())
