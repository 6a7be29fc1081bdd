"""Is a question asked back only when the answer depends on it, and can it be answered?"""

from collections.abc import Mapping
from typing import Any, Final

from assistant.text import fold, words
from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, right_if, wrong
from eval.scorers.lexicon import listed
from eval.scorers.referred import open_branches
from eval.trace.observed import AskedBack, Choice, NamedBody, Observed
from eval.trace.trace import Trace

_RATHER_NOT: Final = "prefere_ne_pas_dire"
_TO_CHECK: Final = "to_check"
_FEWEST: Final = 2
"""Options under which there is nothing to choose."""


def score_needless(item: Item, trace: Trace) -> Score | None:
    """Score whether nothing is asked back of somebody who said enough."""
    reply = trace.only.observed
    if item.expected["ask"] or not _asks(reply):
        return None
    return RIGHT if reply.asked is None else wrong(f"asks: {reply.asked.question}")


def score_settles(item: Item, trace: Trace) -> Score | None:
    """Score whether what is unknown is asked, or each branch is given with its condition."""
    reply, field = trace.only.observed, item.expected["ask"]
    if not field or not _asks(reply):
        return None
    if reply.asked is not None and _sets(reply.asked, field):
        return RIGHT
    return right_if(_gives_each(item.expected, reply), f"neither asks {field} nor gives each case")


def score_options(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score whether a question asked back offers a choice, and lets the person not say."""
    asked = trace.only.observed.asked
    if asked is None:
        return None
    if not asked.options and _asks_age(asked):
        return RIGHT
    if len(asked.options) < _FEWEST:
        return wrong(f"{len(asked.options)} option: {asked.question}")
    return right_if(any(map(_unsaid, asked.options)), f"no way not to say: {asked.question}")


def _asks(reply: Observed) -> bool:
    """Return whether the subject has a notion of asking back."""
    return reply.outcome is not None or reply.asked is not None


def _sets(asked: AskedBack, field: str) -> bool:
    """Return whether an answer to a question tells a field; an age may be typed."""
    typed = field == "age" and not asked.options and _asks_age(asked)
    return typed or any(field in option.profile for option in asked.options)


def _asks_age(asked: AskedBack) -> bool:
    """Return whether a question is about age."""
    return not listed("asked", "age").isdisjoint(words(asked.question))


def _gives_each(expected: Mapping[str, Any], reply: Observed) -> bool:
    """Return whether every branch's bodies are named, none of them as settled."""
    due = open_branches(expected)
    conditional = {body.organisation for body in reply.bodies if _conditional(body)}
    return bool(due) and due <= conditional


def _conditional(body: NamedBody) -> bool:
    """Return whether a body is named to be checked, or under a condition."""
    opening = fold(body.reason).split()
    stated = bool(opening) and opening[0] in listed("asked", "condition")
    return stated or body.certainty == _TO_CHECK


def _unsaid(option: Choice) -> bool:
    """Return whether an option lets the person not say."""
    label = fold(option.label)
    worded = any(wording in label for wording in listed("asked", "unsaid"))
    return worded or _RATHER_NOT in option.profile.values()
