"""Entry salaries in ONISEP's free text: read when the sentence is plain, left out otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.normalise import clean
from ingest.sentences import spans

_NUMBER = r"(\d{1,3}(?: \d{3})+|\d{3,5})(,\d{1,2})?"
_EUROS = r" ?euros?"
_GROSS = r" bruts? (?:par mois|mensuels?)"
_FROM = r"(?:[àa] partir (?:de|du) |environ |près de ?)"
_SINGLE = re.compile(
    rf"(?P<lead>{_FROM})?{_NUMBER}{_EUROS}{_GROSS}(?P<tail>.*)", re.IGNORECASE | re.DOTALL
)
_RANGE = re.compile(
    rf"(?:(?:de |[àa] partir de |entre )?){_NUMBER}(?:{_EUROS})?,? (?:à|et|et jusqu'à|jusqu'à) "
    rf"{_NUMBER}{_EUROS}{_GROSS}(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_A = re.compile(r"^[àa] partir")
_AMOUNT = re.compile(r"\d{3}|smic", re.IGNORECASE)
# A mean, a median, a later stage or another clock is not what a beginner is paid.
_OTHER_THING = re.compile(
    r"moyen|médian|fin de carrière|en cours de|ans d'expérience|revenu|stage|formation|semaine"
    r"|heure|hiver|\bpuis\b|élève|apprenti|\d{3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySalary:
    """A monthly gross amount, or `low..high`, its public and the sentence that says so."""

    value: str
    condition: str
    """What the amount depends on, in the publisher's words; may be empty."""
    quote: str


def entry_salary(text: str) -> EntrySalary | None:
    """Return the one salary a text states; nothing when it states none, several or an odd one."""
    cleaned = clean(text)
    sentences = [span.of(cleaned) for span in spans(cleaned)]
    with_amount = [sentence for sentence in sentences if _AMOUNT.search(sentence)]
    if len(with_amount) != 1:
        return None
    sentence = with_amount[0]
    return _range(sentence) or _single(sentence)


def _range(sentence: str) -> EntrySalary | None:
    match = _RANGE.fullmatch(sentence)
    if match is None:
        return None
    low, high = _value(match[1], match[2]), _value(match[3], match[4])
    if float(low) >= float(high):
        return None
    return _found(f"{low}..{high}", ("", match["tail"]), sentence)


def _single(sentence: str) -> EntrySalary | None:
    match = _SINGLE.fullmatch(sentence)
    if match is None:
        return None
    lead = _PLAIN_A.sub("à partir", (match["lead"] or "").lower())
    return _found(_value(match[2], match[3]), (lead, match["tail"]), sentence)


def _found(value: str, around: Sequence[str], sentence: str) -> EntrySalary | None:
    condition = ", ".join(word for part in around if (word := _bare(part)))
    if _OTHER_THING.search(condition):
        return None
    return EntrySalary(value=value, condition=condition, quote=sentence)


def _bare(part: str) -> str:
    """Return a condition without the punctuation around it, brackets only as a pair."""
    words = part.strip(" .,;")
    if words.startswith("(") and words.find(")") == len(words) - 1:
        words = words[1:-1]
    return words


def _value(whole: str, cents: str | None) -> str:
    return whole.replace(" ", "") + (cents or "").replace(",", ".")
