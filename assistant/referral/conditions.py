"""Whether a rule applies: unknown is not "no", so an unknown field satisfies nothing."""

from dataclasses import dataclass

from assistant.profile import Need, Profile
from corpus.model.referral import Conditions


def holds(when: Conditions, profile: Profile, need: Need) -> bool:
    """Return whether every stated condition is known to be true of the person."""
    return _Reading(profile=profile, unknown=False).holds(when, need)


def may_hold(when: Conditions, profile: Profile, need: Need) -> bool:
    """Return whether no stated condition is known to be false of the person."""
    return _Reading(profile=profile, unknown=True).holds(when, need)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A profile read one way: `unknown` is what an unknown field counts for."""

    profile: Profile
    unknown: bool

    def holds(self, when: Conditions, need: Need) -> bool:
        """Return whether every stated condition holds."""
        profile = self.profile
        return (
            (not when.needs or need in when.needs)
            and self._among(when.situations, profile.situation)
            and self._among(when.sectors, profile.sector)
            and self._among(when.disability, profile.disability)
            and self._is(required=when.executive, value=_executive(profile))
            and self._is(required=when.employed, value=profile.employed)
            and self._is(required=when.job_seeking, value=profile.job_seeking)
            and self._of_age(when)
            and (not when.any_of or any(self._term(term) for term in when.any_of))
        )

    def _among(self, allowed: tuple[str, ...], value: str | None) -> bool:
        """Return whether nothing is required, or the value is one of those allowed."""
        if not allowed:
            return True
        return self.unknown if value is None else value in allowed

    def _is(self, *, required: bool | None, value: bool | None) -> bool:
        """Return whether nothing is required, or the value is the one required."""
        if required is None:
            return True
        return self.unknown if value is None else value is required

    def _of_age(self, when: Conditions) -> bool:
        """Return whether the age lies within the bounds, in completed years."""
        if when.age_min is None and when.age_max is None:
            return True
        age = self.profile.age
        if age is None:
            return self.unknown
        return (when.age_min is None or age >= when.age_min) and (
            when.age_max is None or age <= when.age_max
        )

    def _term(self, term: str) -> bool:
        """Return whether one term of `any_of` is true."""
        match term:
            case "employed":
                return self._is(required=True, value=self.profile.employed)
            case "job_seeking":
                return self._is(required=True, value=self.profile.job_seeking)
            case situation:
                return self._among((situation,), self.profile.situation)


def _executive(profile: Profile) -> bool | None:
    """Return whether the person is an executive; "not applicable" counts as no."""
    return None if profile.executive is None else profile.executive == "oui"
