"""Read the rules in order for one person: which bodies, and by which rule each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from assistant.profile import Need, Profile
from assistant.referral.conditions import holds, may_hold
from corpus.model.referral import Rule

Named: TypeAlias = Mapping[str, Rule]
"""Body id → the first rule that named it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Bodies the rules name for a person."""

    settled: Named = field(default_factory=dict)
    """Operators of the CEP that serve the person."""
    to_check: Named = field(default_factory=dict)
    """Operators of the CEP that may serve the person."""
    others: Named = field(default_factory=dict)
    """Bodies outside the CEP."""
    removed: frozenset[str] = frozenset()
    """Operators a rule took out of `settled`."""

    @property
    def bodies(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Return what two outcomes are compared by: which bodies, not by which rule."""
        return frozenset(self.settled), frozenset(self.to_check), frozenset(self.others)


def evaluate(rules: Sequence[Rule], profile: Profile, needs: Iterable[Need]) -> Outcome:
    """Return the bodies for all the needs together; no need counts as wanting information.

    A rule that stops on a need (danger) makes the other needs wait. An operator that one need
    rules out by law stays out: who asks for both would otherwise knock at the wrong door.
    """
    ordered = sorted(rules, key=lambda rule: rule.order)
    asked = sorted(frozenset(needs)) or [Need.INFORM]
    urgent = [need for need in asked if _stops_on(ordered, profile, need)]
    return _union([_evaluate_one(ordered, profile, need) for need in urgent or asked])


def _stops_on(rules: Sequence[Rule], profile: Profile, need: Need) -> bool:
    """Return whether a rule stops because of this very need."""
    return any(r.then.stop and r.when.needs and holds(r.when, profile, need) for r in rules)


def _evaluate_one(rules: Sequence[Rule], profile: Profile, need: Need) -> Outcome:
    """Return the bodies for one need.

    After a `stop` nothing is added to the CEP; bodies outside it are still named, but when the
    stopping rule named the need, only by the rules that name it too. An operator that a rule may
    rule out, for all that is known, is only "to check".
    """
    cep: dict[str, Rule] = {}
    to_check: dict[str, Rule] = {}
    others: dict[str, Rule] = {}
    removed: set[str] = set()
    stopped: Rule | None = None
    for rule in rules:
        if not holds(rule.when, profile, need):
            if may_hold(rule.when, profile, need):
                removed |= _doubt(cep, to_check, rule)
            continue
        if stopped is None:
            stopped = rule if rule.then.stop else None
            removed |= _change(cep, rule)
            _name(to_check, rule.then.to_check, rule)
        if stopped is None or not stopped.when.needs or rule.when.needs:
            _name(others, rule.then.others, rule)
    return Outcome(settled=cep, to_check=to_check, others=others, removed=frozenset(removed))


def _doubt(cep: dict[str, Rule], to_check: dict[str, Rule], rule: Rule) -> set[str]:
    """Move to "to check" the operators the rule would take away; return them."""
    doubtful = cep.keys() & set(rule.then.remove)
    for body in doubtful:
        to_check.setdefault(body, cep.pop(body))
    return doubtful


def _change(cep: dict[str, Rule], rule: Rule) -> set[str]:
    """Add, remove and replace operators as the rule says; return those it took away."""
    before = set(cep)
    if rule.then.stop:
        cep.clear()
        return before
    _name(cep, rule.then.add, rule)
    for body in rule.then.remove:
        cep.pop(body, None)
    if rule.then.only:
        cep.clear()
        _name(cep, rule.then.only, rule)
    return before - set(cep)


def _name(named: dict[str, Rule], bodies: Iterable[str], rule: Rule) -> None:
    """Record the rule for each body not named yet."""
    for body in bodies:
        named.setdefault(body, rule)


def _union(outcomes: Sequence[Outcome]) -> Outcome:
    """Return every body of every outcome, under the earliest rule that named it."""
    removed = frozenset[str]().union(*(o.removed for o in outcomes))
    settled = _earliest([o.settled for o in outcomes])
    return Outcome(
        settled={body: rule for body, rule in settled.items() if body not in removed},
        to_check=_earliest([o.to_check for o in outcomes]),
        others=_earliest([o.others for o in outcomes]),
        removed=removed,
    )


def _earliest(tables: Iterable[Named]) -> Named:
    """Return one table in which each body keeps its rule of lowest order."""
    merged: dict[str, Rule] = {}
    for body, rule in (item for table in tables for item in table.items()):
        known = merged.get(body)
        if known is None or rule.order < known.order:
            merged[body] = rule
    return merged
