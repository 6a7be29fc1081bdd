"""Do the records that answer come among the first passages?"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from eval.data.item import Item
from eval.scorers.base import Score, right_if
from eval.scorers.ranking import ANSWERS, DEPTH, distinct, gain, recall, reciprocal_rank
from eval.scorers.records import grades, relevant_sheets, rightly_alarmed
from eval.trace.sheets import sheet_of
from eval.trace.trace import Trace

_Measure: TypeAlias = Callable[[Mapping[str, int], Sequence[str]], float]


def score_gain(item: Item, trace: Trace) -> Score | None:
    """Score the order of the first records against their grades."""
    return _scored(gain, item, trace)


def score_recall(item: Item, trace: Trace) -> Score | None:
    """Score the share of the records that answer, among the first ones."""
    answering = any(grade >= ANSWERS for grade in grades(item).values())
    return _scored(recall, item, trace) if answering else None


def score_rank(item: Item, trace: Trace) -> Score | None:
    """Score how early the first relevant record comes."""
    return _scored(reciprocal_rank, item, trace)


def score_first(item: Item, trace: Trace) -> Score | None:
    """Score whether the first passage is of a relevant sheet, whatever its aspect."""
    found = _found(item, trace)
    if found is None:
        return None
    first, sheets = sheet_of(found[0]) if found else "nothing", relevant_sheets(item)
    return right_if(first in sheets, f"{first}, not {sorted(sheets)}")


def _scored(measure: _Measure, item: Item, trace: Trace) -> Score | None:
    """Return a measure of the ranking, with the records that came late or not at all."""
    found = _found(item, trace)
    if found is None:
        return None
    value = measure(grades(item), found)
    return Score(value=value, why="" if value >= 1.0 else _ranks(grades(item), found))


def _found(item: Item, trace: Trace) -> list[str] | None:
    """Return the records found, each once; absent when unseen, unlabelled or rightly not sought."""
    seen = trace.only.seen
    if seen.found is None or not grades(item) or rightly_alarmed(item, seen.observed):
        return None
    return distinct(record.record for record in seen.found)


def _ranks(relevant: Mapping[str, int], found: Sequence[str]) -> str:
    """Return where each relevant record came."""
    places = {record: place for place, record in enumerate(found[:DEPTH], start=1)}
    came = (f"{record} at {places.get(record, 'none')}" for record in sorted(relevant))
    return ", ".join(came)
