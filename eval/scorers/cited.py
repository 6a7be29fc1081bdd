"""Is each sentence cited, each quote literal, and no contact made up?"""

import re
from typing import Final

from eval.data.item import Item
from eval.scorers.base import Score, right_if, share
from eval.scorers.evidence import claiming, facts_behind, quoted
from eval.trace.observed import Observed, Said
from eval.trace.trace import Trace

_ADDRESS: Final = re.compile(r"https?://[^\s)»\"]+|www\.[^\s)»\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\d.,])(?:\+33(?: ?\(0\))?|0)(?:[ .\u00a0\u202f-]?\d){9}(?!\d)")


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


def score_contacts(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score whether every link, e-mail and phone number of a sentence comes from what it cites."""
    reply = claiming(trace)
    if reply is None:
        return None
    made_up = [contact for said in reply.sentences for contact in _made_up(said, reply)]
    return right_if(not made_up, f"made up: {made_up}")


def _stands(quote: str, passage: str) -> bool:
    """Return whether a quote of some words is found as it is in a passage."""
    return bool(quote.strip()) and quote in passage


def _made_up(said: Said, reply: Observed) -> list[str]:
    """Return the contacts of a sentence that stand in none of its quotes, links and facts."""
    proof = " ".join((quoted(said), *(cited.url or "" for cited in said.cited)))
    typed = {_bare(fact.value) for fact in facts_behind(said, reply)}
    phones = typed | {_bare(found) for found in _PHONE.findall(proof)}
    addresses = [found.rstrip(".,;:") for found in _ADDRESS.findall(said.text)]
    return [
        *(found for found in addresses if found not in proof),
        *(found for found in _PHONE.findall(said.text) if _bare(found) not in phones),
    ]


def _bare(phone: str) -> str:
    """Return a phone number in national digits."""
    digits = re.sub(r"\D", "", phone)
    return re.sub(r"^330?", "0", digits) if phone.startswith("+33") else digits
