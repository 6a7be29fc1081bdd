"""What somebody came for, and whether a conversation gave it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.text import fold, numbers
from eval.trace.observed import Observed

_LASTING: Final = r"\b{value} (?:ans?|annees?|mois|semestres?|years?|months?)\b"
_UNITS: Final[Mapping[str, str]] = {
    "study_duration": _LASTING,
    "duration": _LASTING,
    "diploma_level": r"\b(?:niveau|level) {value}\b",
    "labour_tension": r"tension[^.]*\b{value}\b",
}
"""What must stand beside a single digit for it to be the fact asked for."""


def reached(goal: Mapping[str, Any], replies: Sequence[Observed]) -> bool:
    """Return whether the replies together gave every part of a goal."""
    return not lacking(goal, replies)


def lacking(goal: Mapping[str, Any], replies: Sequence[Observed]) -> list[str]:
    """Return the parts of a goal no reply gave; each kind of part may be absent."""
    named = {body for reply in replies for body in reply.body_ids}
    subjects = {cited.record.partition("#")[0] for reply in replies for cited in reply.quotes}
    parts = {
        f"sheets_any {goal.get('sheets_any')}": _any(goal.get("sheets_any"), subjects),
        f"bodies_any {goal.get('bodies_any')}": _any(goal.get("bodies_any"), named),
        f"bodies_all {goal.get('bodies_all')}": set(goal.get("bodies_all") or ()) <= named,
        f"facts_any {goal.get('facts_any')}": _tells_any(goal.get("facts_any"), replies),
    }
    return [part for part, given in parts.items() if not given]


def tells(fact: Mapping[str, str], reply: Observed) -> bool:
    """Return whether a reply gives a fact: typed, or its value in a sentence.

    A single digit stands in many sentences by chance: untyped, it counts only beside its unit.
    """
    value = fact["value"]
    if any((g.property, g.value) == (fact["property"], value) for g in reply.facts):
        return True
    figures = numbers(value)
    if not figures:
        return fold(value) in fold(reply.text)
    if max(len(figure) for figure in figures) == 1:
        unit = _UNITS.get(fact["property"])
        return unit is not None and all(
            re.search(unit.format(value=figure), fold(reply.text)) for figure in figures
        )
    return figures <= numbers(reply.text)


def _any(wanted: Sequence[str] | None, given: set[str]) -> bool:
    """Return whether one of what is wanted is given, or nothing is wanted."""
    return not wanted or not given.isdisjoint(wanted)


def _tells_any(facts: Sequence[Mapping[str, str]] | None, replies: Sequence[Observed]) -> bool:
    """Return whether one of the facts is told, or none is wanted."""
    return not facts or any(tells(fact, reply) for fact in facts for reply in replies)
