"""Is pay told with its date and its source?"""

import re
from typing import Final

from assistant.text import fold, words
from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.scorers.evidence import claiming
from eval.scorers.lexicon import listed
from eval.trace.observed import Said
from eval.trace.trace import Trace

_NUMBER: Final = r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
_AMOUNT: Final = re.compile(
    rf"(?:{_NUMBER} ?(?:a|et|ou|to|and|or|-|–) ?)?{_NUMBER} ?(?:€|euros?\b|eur\b)"
)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def score_pay_dated(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences about pay that carry a year and cite a publisher."""
    reply = claiming(trace)
    if reply is None:
        return None
    paying = [said for said in reply.sentences if _is_pay(said.text)]
    return share([said.text for said in paying if not _vouched(said)], len(paying))


def _is_pay(text: str) -> bool:
    """Return whether a sentence gives an amount somebody earns."""
    return bool(_AMOUNT.search(fold(text))) and not listed("pay").isdisjoint(words(text))


def _vouched(said: Said) -> bool:
    """Return whether a sentence has a year besides its amounts, and a citation with a publisher."""
    dated = _YEAR.search(_AMOUNT.sub(" ", fold(said.text)))
    return dated is not None and any(cited.publisher for cited in said.cited)
