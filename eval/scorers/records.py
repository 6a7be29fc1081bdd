"""Records an item is answered by, as data sets name them: `subject#aspect`."""

from collections.abc import Mapping

from eval.data.item import Item
from eval.trace.observed import Observed
from eval.trace.sheets import sheet_of


def grades(item: Item) -> Mapping[str, int]:
    """Return how far each record answers an item: 2 by itself, 1 in part."""
    relevant: Mapping[str, int] = item.expected.get("relevant") or {}
    return relevant


def relevant_sheets(item: Item) -> frozenset[str]:
    """Return the sheets that answer an item, in whole or in part."""
    return frozenset(sheet_of(record) for record in grades(item))


def rightly_alarmed(item: Item, observed: Observed) -> bool:
    """Return whether help lines were due and given: such a turn is neither searched nor cited."""
    return observed.outcome == "crisis" and "crisis" in (item.expected.get("outcome") or ())
