"""Bodies a person can be referred to."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.model.source import Confidence


class OrganisationKind(StrEnum):
    """Role of a body in the network."""

    CEP = "cep"
    SPRO_MEMBER = "spro_member"
    SPECIALISED = "specialised"
    CRISIS = "crisis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body as the directory holds it; a contact is present only when it was verified."""

    id: str
    name: str
    short: str
    kind: OrganisationKind
    status: str
    """Its place in the SPRO, in French."""
    who: str
    """Whom it serves, in French."""
    legal_basis: tuple[str, ...]
    confidence: Confidence
    verified: str
    """ISO date on which the record was checked."""
    url: str | None = None
    phone: str | None = None
    hours: str | None = None
    names: tuple[str, ...] = ()
    """Other names people use, old ones included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A place where a body receives people."""

    organisation_id: str
    name: str
    address: str
    commune: str
    """INSEE code."""
    verified: str
