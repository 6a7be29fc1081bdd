"""Typed facts put into sentences; figures come from the fact, words from the wording table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from assistant.wording import Wording
from assistant.wording.figures import date_in_words, value_in_words
from corpus.model.document import Aspect
from corpus.model.fact import Fact, Property

WORDED: Final[Mapping[Property, Aspect]] = {
    Property.SALARY_ENTRY: Aspect.PAY,
    Property.SALARY_EXPERIENCED: Aspect.PAY,
}
"""Facts said by a sentence of ours, and the aspect they answer: pay is never said without its
unit, place and date, which the publisher's own sentence may leave out."""


def current(facts: Iterable[Fact], today: date) -> list[Fact]:
    """Return the facts that have not run out on `today`."""
    return [f for f in facts if not f.valid_until or f.valid_until >= today.isoformat()]


def worded(fact: Fact, wording: Wording) -> str:
    """Return a fact in words: value, unit, scope and period, never one without the others."""
    return wording(
        f"fact.{fact.property}",
        value=value_in_words(fact.value, fact.unit, wording),
        scope=fact.scope,
        period=date_in_words(fact.period, wording),
    )
