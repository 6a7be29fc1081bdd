"""Checks of one sentence against the words it cites; each returns why it fails, or nothing."""

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from assistant.reply import DraftSentence
from assistant.text import fold, numbers
from corpus.model.fact import Fact
from corpus.model.source import Confidence

Check: TypeAlias = Callable[[DraftSentence], str | None]

_NAME: Final = re.compile(r"(?<![.!?:»]\s)(?<!^)(?<!« )\b[A-ZÀÂÇÉÈÊËÎÏÔÙÛ][\w’'-]*")
"""A word with a capital elsewhere than at the head of a sentence."""
_CONTACT: Final = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\d)0\d(?:[ .-]?\d\d){4}(?!\d)"
)


def quote_is_literal(sentence: DraftSentence) -> str | None:
    """Return why, when the quoted words do not stand in the passage letter by letter."""
    if not sentence.quote.strip():
        return "empty quote"
    return None if sentence.quote in sentence.passage.text else "quote not in passage"


def numbers_are_proved(sentence: DraftSentence) -> str | None:
    """Return why, when a number stands neither in the quote nor in a fact of the sentence."""
    proved = numbers(sentence.quote).union(*(_fact_numbers(fact) for fact in sentence.facts))
    unproved = numbers(sentence.text) - proved
    return f"unproved numbers: {sorted(unproved)}" if unproved else None


def names_are_proved(sentence: DraftSentence) -> str | None:
    """Return why, when a capitalised name stands in no quote, title or fact of the sentence."""
    reference = sentence.passage.reference
    facts = " ".join(f"{fact.value} {fact.scope}" for fact in sentence.facts)
    proof = fold(f"{sentence.quote} {sentence.passage.title} {reference.publisher} {facts}")
    unproved = [name for name in _NAME.findall(sentence.text) if fold(name) not in proof]
    return f"unproved names: {unproved}" if unproved else None


def contacts_are_quoted(sentence: DraftSentence) -> str | None:
    """Return why, when a link, an e-mail or a phone number is not part of the quote."""
    made = [found for found in _CONTACT.findall(sentence.text) if found not in sentence.quote]
    return "contact outside the quote" if made else None


def source_may_be_shown(sentence: DraftSentence) -> str | None:
    """Return why, when the passage or a fact was never verified."""
    levels = {sentence.passage.reference.confidence, *(fact.confidence for fact in sentence.facts)}
    return "unverified source" if Confidence.UNVERIFIED in levels else None


CHECKS: Final[Sequence[Check]] = (
    quote_is_literal,
    numbers_are_proved,
    names_are_proved,
    contacts_are_quoted,
    source_may_be_shown,
)
"""Every check a sentence passes before it is shown."""


def _fact_numbers(fact: Fact) -> frozenset[str]:
    """Return the numbers a fact states: its value and its period."""
    return numbers(fact.value.replace("..", " ")) | numbers(fact.period)
