"""Is each sentence cited, and each quote literal?"""

from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.scorers.evidence import claiming
from eval.trace.trace import Trace


def score_cited(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences that cite something."""
    reply = claiming(trace)
    if reply is None:
        return None
    bare = [said.text for said in reply.sentences if not said.cited]
    return share(bare, len(reply.sentences))


def score_literal(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the quotes that stand letter by letter in the stored passage."""
    reply = claiming(trace)
    if reply is None:
        return None
    known = [(cited.quote, cited.passage) for cited in reply.quotes if cited.passage is not None]
    made_up = [quote or "empty" for quote, passage in known if not _stands(quote, passage)]
    return share(made_up, len(known))


def _stands(quote: str, passage: str) -> bool:
    """Return whether a quote of some words is found as it is in a passage."""
    return bool(quote.strip()) and quote in passage
