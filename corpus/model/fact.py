"""Typed facts: a value with its unit, period, scope and the words that prove it."""

from dataclasses import dataclass

from corpus.model.source import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated value about a subject; `quote` stands literally in the passage `passage_id`.

    `value` is the machine form (`1990`, `3`, `1990..2300` for a range), `unit` a key such as
    `EUR/month gross`, `period` the time the value holds for, `scope` the place or public.
    """

    id: str
    subject: str
    property: str
    value: str
    unit: str
    period: str
    scope: str
    quote: str
    source_id: str
    passage_id: str = ""
    """Empty until the passage that holds the quote is known."""
    valid_until: str = ""
    """ISO date after which the value is no longer current; empty when none is known."""
    confidence: Confidence = Confidence.PRIMARY
