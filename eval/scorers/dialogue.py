"""A conversation reaches what the person came for, in few messages, and does not go in circles."""

from collections import Counter
from collections.abc import Iterable

from assistant.text import fold
from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, right_if, wrong
from eval.scripts.goal import lacking, reached
from eval.trace.observed import Observed
from eval.trace.trace import Trace


def goal_reached(item: Item, trace: Trace) -> Score | None:
    """Score whether every part of the goal is given, and no body named that must not be.

    Absent when a sheet is wanted and the subject does not tell which ones it cites.
    """
    goal, replies = item.expected["goal"], _replies(trace)
    if _hidden(item, replies):
        return None
    named = frozenset[str]().union(*(reply.body_ids for reply in replies))
    lacks = [f"lacks {part}" for part in lacking(goal, replies)]
    names = [f"names {body}" for body in sorted(named.intersection(goal.get("never") or ()))]
    return right_if(not lacks + names, " | ".join(lacks + names))


def in_few_turns(item: Item, trace: Trace) -> Score | None:
    """Score whether the goal is reached in as many messages as it takes; absent when it is not."""
    goal, most, replies = item.expected["goal"], item.expected["turns"], _replies(trace)
    if _hidden(item, replies):
        return None
    for number in range(1, len(replies) + 1):
        if reached(goal, replies[:number]):
            return right_if(number <= most, f"{number} messages, not {most}")
    return None


def well_ended(item: Item, trace: Trace) -> Score | None:
    """Score whether the last reply is of a kind a conversation may end on."""
    outcome, due = trace.exchanges[-1].observed.outcome, item.expected["outcomes_last"]
    return None if outcome is None else right_if(outcome in due, f"ends on {outcome}, not {due}")


def no_loop(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
    """Score whether nothing is asked or said twice; absent for a conversation of one message."""
    if len(trace.exchanges) < 2:  # noqa: PLR2004 # it takes two to repeat
        return None
    asked = (e.observed.asked.question for e in trace.exchanges if e.observed.asked)
    # The same message rightly gets the same reply.
    said = {(fold(e.message), e.observed.text) for e in trace.exchanges}
    twice = [
        *(f"asks twice: {question}" for question in _repeated(asked)),
        *(f"says twice: {text}" for text in _repeated(text for _, text in said)),
    ]
    return wrong(" | ".join(twice)) if twice else RIGHT


def _hidden(item: Item, replies: Iterable[Observed]) -> bool:
    """Return whether a sheet is wanted and quotes are given whose sheet is not told."""
    quotes = [cited for reply in replies for cited in reply.quotes]
    wanted = item.expected["goal"].get("sheets_any")
    return bool(wanted and quotes) and not any(cited.record for cited in quotes)


def _replies(trace: Trace) -> list[Observed]:
    """Return the replies, first to last."""
    return [exchange.observed for exchange in trace.exchanges]


def _repeated(texts: Iterable[str]) -> list[str]:
    """Return the texts that stand more than once, in order, as compared: folded."""
    counted = Counter(" ".join(fold(text).split()) for text in texts)
    return sorted(text for text, number in counted.items() if text and number > 1)
