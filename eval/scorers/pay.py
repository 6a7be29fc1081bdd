"""Is pay told with its date and its source?"""

import re
from typing import Final

from assistant.text import fold, words
from eval.data.item import Item
from eval.scorers.base import Score, share
from eval.scorers.evidence import claiming
from eval.scorers.lexicon import lexicon, listed
from eval.trace.observed import Said
from eval.trace.trace import Trace

_NUMBER: Final = r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
_AMOUNT: Final = re.compile(
    rf"(?:{_NUMBER} ?(?:a|et|ou|to|and|or|-|–) ?)?{_NUMBER} ?(?:€|euros?\b|eur\b)"
)
_SENTENCE: Final = re.compile(r"[.!?](?!\d)|\n")
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def score_pay_dated(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # as scorers are
    """Score the share of the sentences about pay that carry a year and cite a publisher."""
    reply = claiming(trace)
    if reply is None:
        return None
    paying = [said for said in reply.sentences if _is_pay(said.text)]
    return share([said.text for said in paying if not _vouched(said)], len(paying))


def _is_pay(text: str) -> bool:
    """Return whether a sentence, or one of those of a whole passage, gives an amount earned."""
    pay = listed("pay")
    said = _SENTENCE.split(fold(text))
    return any(_AMOUNT.search(one) and not pay.isdisjoint(words(one)) for one in said)


def _vouched(said: Said) -> bool:
    """Return whether a sentence says of which year it is, and cites a publisher."""
    text = _AMOUNT.sub(" ", fold(said.text))
    dated = any(_is_year(text, found) for found in _YEAR.finditer(text))
    return dated and any(cited.publisher for cited in said.cited)


def _is_year(text: str, found: re.Match[str]) -> bool:
    """Return whether four digits are a year: after a word of date, or alone between brackets."""
    before, after = text[: found.start()], text[found.end() :]
    if re.search(lexicon("pay_date")["after"], after):
        return False
    alone = before.rstrip().endswith("(") and after.lstrip().startswith(")")
    return alone or bool(re.search(lexicon("pay_date")["before"], before))
