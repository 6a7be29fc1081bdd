"""Are the right bodies named, with a reason, and none that can't serve?"""

import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.text import fold
from eval.data.item import Item
from eval.scorers.base import Score, right_if, share, wrong
from eval.scorers.directory import counselling
from eval.scorers.lexicon import listed
from eval.trace.observed import NamedBody, Observed
from eval.trace.trace import Trace

EXTRA: Final = 6
"""Bodies no label names that a reply may name beside those due: more is naming everybody."""
_YES: Final = "oui"
_EXECUTIVE: Final = re.compile(r"\b(?:cadres?|executives?)\b")
_NOT_EXECUTIVE: Final = re.compile(r"\b(?:pas|non|not)(?: an?)? (?:cadres?|executives?)\b")


def score_bodies(item: Item, trace: Trace) -> Score | None:
    """Score the bodies named against those the rules give for what the message states."""
    reply = trace.only.observed
    if not _shows_bodies(reply):
        return None
    named = reply.body_ids
    lacking, barred = _due(item.expected) - named, named & set(item.expected["never"])
    if lacking or barred:
        return wrong(f"lacks {sorted(lacking)}, names {sorted(barred)} that can't serve")
    useful = set(item.expected["others_any"])
    return right_if(not useful or bool(named & useful), f"none of {sorted(useful)}")


def score_never(item: Item, trace: Trace) -> Score | None:
    """Score whether no body is named that can't serve; absent where none is barred."""
    reply, never = trace.only.observed, set(item.expected["never"])
    if not never or not _shows_bodies(reply):
        return None
    barred = reply.body_ids & never
    return right_if(not barred, f"names {sorted(barred)}")


def score_extra(item: Item, trace: Trace) -> Score | None:
    """Score whether nobody is named beside those who serve: no CEP body, and few of the others.

    A CEP body that is not barred may be named under a condition: "Si vous êtes cadre, …".
    """
    reply, expected = trace.only.observed, item.expected
    if not _shows_bodies(reply):
        return None
    serving = {*_due(expected), *expected.get("cep_to_check", ())}
    barred = set(expected["never"])
    cep = [b for b in reply.bodies if b.organisation in counselling() - serving]
    wrong_ones = sorted({b.organisation for b in cep if b.organisation in barred or not _if(b)})
    others = sorted(reply.body_ids - counselling() - set(expected["others_any"]))
    if len(others) > EXTRA:
        return wrong(f"names {wrong_ones} that serve others, and everybody: {others}")
    return right_if(not wrong_ones, f"names {wrong_ones} that serve others")


def _if(body: NamedBody) -> bool:
    """Return whether the reason of a body opens with a condition."""
    opening = fold(body.reason).split()[:1]
    return not listed("asked", "condition").isdisjoint(opening)


def score_reasons(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the bodies named with a reason and a legal basis."""
    reply = trace.only.observed
    if reply.outcome is None:
        return None
    bare = [
        b.organisation for b in reply.bodies if not (b.reason.strip() and b.legal_basis.strip())
    ]
    return share(bare, len(reply.bodies))


def score_conditions(item: Item, trace: Trace) -> Score | None:
    """Score the share of the bodies left open whose reason states their own condition.

    Absent where nothing is left open, or where none of these bodies is named.
    """
    branches = (item.expected.get("cep_conditional") or {}).get("executive") or {}
    due = {body: status for status, bodies in branches.items() for body in bodies}
    named = [b for b in trace.only.observed.bodies if b.organisation in due]
    wrong_ones = [
        f"{b.organisation}: {b.reason}"
        for b in named
        if not _conditions(b.reason, executive=due[b.organisation] == _YES)
    ]
    return share(wrong_ones, len(named))


def _conditions(reason: str, *, executive: bool) -> bool:
    """Return whether a reason holds for executives alone, or for the others alone."""
    said = fold(reason)
    return bool(_EXECUTIVE.search(said)) and bool(_NOT_EXECUTIVE.search(said)) is not executive


def _shows_bodies(reply: Observed) -> bool:
    """Return whether the subject has a notion of bodies."""
    return reply.outcome is not None or bool(reply.bodies)


def _due(expected: Mapping[str, Any]) -> set[str]:
    """Return the bodies to name: the settled ones, and those of each branch left open."""
    return {*expected["cep"], *open_branches(expected)}


def open_branches(expected: Mapping[str, Any]) -> set[str]:
    """Return the bodies of every reply to what the rules leave open."""
    branches = (expected.get("cep_conditional") or {}).values()
    return {body for branch in branches for bodies in branch.values() for body in bodies}
