"""What somebody came for, and whether a conversation gave it."""

from collections.abc import Mapping, Sequence
from typing import Any

from eval.trace.observed import Observed
from eval.trace.sheets import cited_sheets
from eval.trace.told import told


def reached(goal: Mapping[str, Any], replies: Sequence[Observed]) -> bool:
    """Return whether the replies together gave every part of a goal."""
    return not lacking(goal, replies)


def lacking(goal: Mapping[str, Any], replies: Sequence[Observed]) -> list[str]:
    """Return the parts of a goal no reply gave; each kind of part may be absent."""
    named = {body for reply in replies for body in reply.body_ids}
    subjects = {sheet for reply in replies for sheet in cited_sheets(reply.quotes)}
    parts = {
        f"sheets_any {goal.get('sheets_any')}": _any(goal.get("sheets_any"), subjects),
        f"bodies_any {goal.get('bodies_any')}": _any(goal.get("bodies_any"), named),
        f"bodies_all {goal.get('bodies_all')}": set(goal.get("bodies_all") or ()) <= named,
        f"facts_any {goal.get('facts_any')}": _tells_any(goal, replies),
    }
    return [part for part, given in parts.items() if not given]


def _any(wanted: Sequence[str] | None, given: set[str]) -> bool:
    """Return whether one of what is wanted is given, or nothing is wanted."""
    return not wanted or not given.isdisjoint(wanted)


def _tells_any(goal: Mapping[str, Any], replies: Sequence[Observed]) -> bool:
    """Return whether one of the facts wanted is told, of the sheets of the goal if it has any."""
    facts, sheets = goal.get("facts_any"), goal.get("sheets_any") or None
    return not facts or any(told(fact, reply, sheets) for fact in facts for reply in replies)
