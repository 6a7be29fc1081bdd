"""Enough of each, so that one long sheet does not crowd out the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.evidence import Hit, Rejected, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many passages are kept."""

    limit: int = 30
    section: int = 3
    """Of one aspect of one subject."""
    sheet: int = 12
    """Of one subject, unless it is asked about."""


def kept(
    hits: Iterable[Hit], room: Room, subjects: tuple[str, ...]
) -> tuple[tuple[Hit, ...], tuple[Rejected, ...]]:
    """Return the hits kept and those not, both best first; `subjects` are asked about."""
    chosen: list[Hit] = []
    rejected: list[Rejected] = []
    sections: Counter[tuple[str, str]] = Counter()
    sheets: Counter[str] = Counter()
    for hit in hits:
        subject = hit.passage.subject
        section = (subject, hit.passage.aspect)
        named = subject in subjects
        full = not named and (sections[section] >= room.section or sheets[subject] >= room.sheet)
        if full or (len(chosen) >= room.limit and not named):
            why = Why.CROWDED if full else Why.LOWER
            rejected.append(Rejected(hit=hit, why=why))
            continue
        sections[section] += 1
        sheets[subject] += 1
        chosen.append(hit)
    return tuple(chosen), tuple(rejected)
