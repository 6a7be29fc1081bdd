"""Where knowledge comes from: a source is a set of files, a reference is what one passage cites."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Confidence(StrEnum):
    """How a statement was checked; `UNVERIFIED` is never shown."""

    PRIMARY = "primary"
    """The law or an official page was read."""
    SECONDARY = "secondary"
    """A relay, the press or an old page was read."""
    SEED = "seed"
    """A document of the Region says so."""
    UNVERIFIED = "unverified"


class Wording(StrEnum):
    """Whose words a passage holds."""

    ORIGINAL = "original"
    """The publisher's own words."""
    REFORMULATED = "reformulated"
    """Our words for what the publisher says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A set of files of one publisher, as its manifest describes it."""

    id: str
    title: str
    publisher: str
    licence: str
    connector: str
    published: str
    """ISO date, possibly partial (`2024`, `2024-06`)."""
    retrieved: date
    freshness_days: int
    """Age after which the source must be checked again."""
    url: str | None = None
    authority: float = 1.0
    """Weight between 0 and 1 in ranking."""
    territory: str = "FR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a passage cites: the document a reader can open."""

    title: str
    publisher: str
    licence: str
    published: str
    """ISO date, possibly partial, or empty when the publisher gives none."""
    retrieved: date
    url: str | None = None
    wording: Wording = Wording.ORIGINAL
    confidence: Confidence = Confidence.PRIMARY


NO_DATE: Final = ""
"""`published` of a page that carries no date."""
