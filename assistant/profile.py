"""What is known of the person: only what they said, absent means unknown."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Need(StrEnum):
    """What the person wants to do; values are those of the referral truth table."""

    INFORM = "s_informer"
    RETRAIN = "se_reconvertir"
    DISABILITY = "handicap"
    CHOOSE_TRAINING = "choisir_formation"
    APPRENTICESHIP = "apprentissage"
    FUND = "financer"
    DANGER = "danger"
    START_BUSINESS = "creer"
    VALIDATE_EXPERIENCE = "vae"
    RESIGN = "demission_reconversion"
    DROPOUT = "decrochage"
    YOUTH_CONTRACT = "cej"
    HARDSHIP_ACCOUNT = "reconversion_c2p"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Situation of the person; `None` is unknown, and unknown is not "no"."""

    situation: str | None = None
    age: int | None = None
    executive: str | None = None
    disability: str | None = None
    employed: bool | None = None
    job_seeking: bool | None = None
    sector: str | None = None
    commune: str | None = None
    """INSEE code or postcode."""

    def completed_by(self, other: "Profile") -> "Profile":
        """Return this profile with its unknown fields taken from `other`."""
        known = {
            f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None
        }
        return replace(self, **known)


UNKNOWN = Profile()
"""A person who said nothing of themselves."""
