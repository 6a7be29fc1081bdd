"""Rankings scored by the usual measures of search; the one module over `ir_measures`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import ir_measures
from ir_measures import RR, R, nDCG

DEPTH: Final = 10
"""Records a person or a model is given to read."""
ANSWERS: Final = 2
"""Grade of a record that answers by itself."""

_QUERY: Final = "q"
_GAIN: Final = nDCG @ DEPTH
_RECALL: Final = R(rel=ANSWERS) @ DEPTH
_FIRST: Final = RR(rel=1)


def distinct(records: Iterable[str]) -> list[str]:
    """Return records once each, at their best rank."""
    return list(dict.fromkeys(records))


def gain(grades: Mapping[str, int], ranking: Sequence[str]) -> float:
    """Return the nDCG of the first records."""
    return _measured(_GAIN, grades, ranking)


def recall(grades: Mapping[str, int], ranking: Sequence[str]) -> float:
    """Return the share of the records that answer by themselves, among the first ones."""
    return _measured(_RECALL, grades, ranking)


def reciprocal_rank(grades: Mapping[str, int], ranking: Sequence[str]) -> float:
    """Return one over the rank of the first relevant record; 0 when there is none."""
    return _measured(_FIRST, grades, ranking)


def _measured(measure: Any, grades: Mapping[str, int], ranking: Sequence[str]) -> float:  # noqa: ANN401 # untyped package
    """Return one measure of one ranking."""
    judged = [ir_measures.Qrel(_QUERY, record, grade) for record, grade in grades.items()]
    # Ranks stand for scores: equal scores would be ordered by name.
    found = [ir_measures.ScoredDoc(_QUERY, r, -float(n)) for n, r in enumerate(ranking)]
    return float(ir_measures.calc_aggregate([measure], judged, found)[measure])
