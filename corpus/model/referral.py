"""Referral rules as data: which bodies serve whom, why, and by which text."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """When a rule applies: every stated condition must hold; an empty one says nothing.

    `any_of` holds if one of its terms does: `employed`, `job_seeking`, or a situation.
    """

    situations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    executive: bool | None = None
    disability: tuple[str, ...] = ()
    age_min: int | None = None
    age_max: int | None = None
    employed: bool | None = None
    job_seeking: bool | None = None
    any_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a rule does, in the order stop, add, remove, only, to_check, others."""

    stop: bool = False
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Bodies outside the CEP, useful but not a right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One referral rule; rules are read by increasing `order`."""

    id: str
    order: int
    when: Conditions
    then: Effect
    reason: dict[str, str] = field(hash=False)
    """Reason shown to the person, by language (`fr`, `en`)."""
    legal_basis: str
    checked: str
    """ISO date on which the basis was read."""
    settled: bool
    """Whether the law or the ministry's sheet says so."""
