"""Typed facts: a value with its unit, period, scope and the words that prove it."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.model.source import Confidence


class Property(StrEnum):
    """What a fact states about its subject."""

    SALARY_ENTRY = "salary_entry"
    SALARY_EXPERIENCED = "salary_experienced"
    DIPLOMA = "diploma"
    """Name of a diploma or title that gives access."""
    DIPLOMA_LEVEL = "diploma_level"
    """Level 1 to 8 of the national framework."""
    STUDY_DURATION = "study_duration"
    EMPLOYMENT_RATE = "employment_rate"
    LABOUR_TENSION = "labour_tension"
    """Class 1 (easy to recruit) to 5 (hard to recruit)."""
    AMOUNT = "amount"
    CEILING = "ceiling"
    DURATION = "duration"
    DEADLINE = "deadline"
    AGE_MIN = "age_min"
    AGE_MAX = "age_max"
    RATE = "rate"
    COUNT = "count"
    DATE = "date"
    THRESHOLD = "threshold"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated value about a subject; `quote` stands literally in the passage `passage_id`.

    `value` is the machine form (`1990`, `3`, `1990..2300` for a range), `unit` a key such as
    `EUR/month gross`, `period` the time the value holds for, `scope` the place or public.
    """

    id: str
    subject: str
    property: Property
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
