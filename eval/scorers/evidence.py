"""What stands behind a sentence: its quotes, and the typed facts of the sheets they are from."""

from collections.abc import Sequence
from typing import Final

from eval.trace.observed import GivenFact, Observed, Said
from eval.trace.sheets import cited_sheets
from eval.trace.trace import Trace

_CLAIMS: Final = frozenset({"answered", "referred", "clarify", None})
"""Outcomes whose sentences claim something; the others say fixed wording."""


def claiming(trace: Trace) -> Observed | None:
    """Return the reply when its sentences claim something."""
    reply = trace.only.observed
    return reply if reply.sentences and reply.outcome in _CLAIMS else None


def facts_behind(said: Said, reply: Observed) -> Sequence[GivenFact]:
    """Return the facts a sentence may rest on: of the sheets cited, or any when none is told.

    A sentence that cites nothing rests on nothing.
    """
    if not said.cited:
        return ()
    sheets = cited_sheets(said.cited)
    return [fact for fact in reply.facts if not sheets or fact.subject in sheets]


def quoted(said: Said) -> str:
    """Return the words quoted by a sentence."""
    return "\n".join(cited.quote for cited in said.cited)


def behind(said: Said, reply: Observed) -> str:
    """Return every word a sentence may rest on: quotes, their titles and publishers, facts."""
    named = (f"{cited.title} {cited.publisher}" for cited in said.cited)
    facts = (f"{fact.value} {fact.scope}" for fact in facts_behind(said, reply))
    return "\n".join((quoted(said), *named, *facts))
