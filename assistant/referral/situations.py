"""What a situation means by itself, and how an unknown field is put to the person."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

from assistant.profile import UNKNOWN, Profile

UNKNOWN_SITUATION: Final = "inconnu"
"""What the truth table calls a person of whom nothing is known; opens the general door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situations:
    """The tables of `situations.toml`."""

    meaning: Mapping[str, Profile]
    """Situation → the fields its name settles."""
    aliases: Mapping[str, str]
    """Other word → situation of the truth table."""
    branches: Mapping[str, Mapping[str, str]]
    """Language → value of the executive status → sentence around a `{reason}`."""

    def complete(self, profile: Profile) -> Profile:
        """Return the profile with what its situation means; never age, disability or status."""
        named = self.aliases.get(profile.situation or "", profile.situation)
        known = replace(profile, situation=named)
        if known.employed is False and known.sector is None:
            known = replace(known, sector="aucun")
        if named is None and not (known.employed or known.job_seeking):
            return replace(known, situation=UNKNOWN_SITUATION)
        return known.completed_by(self.meaning.get(named or "", UNKNOWN))


@cache
def load_situations() -> Situations:
    """Return the tables of `situations.toml`."""
    file = resources.files("assistant.referral") / "situations.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Situations(
        meaning={name: Profile(**fields) for name, fields in table["situation"].items()},
        aliases=table["alias"],
        branches=table["branch"]["executive"],
    )
