"""Bodies a message names: who asks about one is shown its record, whatever their situation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.reply import Certainty, Referral
from assistant.text import fold
from corpus.model.organisation import Organisation, OrganisationKind


@dataclass(frozen=True, slots=True)
class NamedBodies:
    """Find bodies by their names, old ones included; help lines are never found by name."""

    patterns: Mapping[str, re.Pattern[str]]
    organisations: Mapping[str, Organisation]

    @classmethod
    def of(cls, organisations: Mapping[str, Organisation]) -> "NamedBodies":
        """Return the finder over a directory."""
        patterns = {
            key: re.compile("|".join(_whole(name) for name in names))
            for key, body in organisations.items()
            if body.kind is not OrganisationKind.CRISIS and (names := list(_names(body)))
        }
        return cls(patterns, organisations)

    def __call__(self, text: str) -> tuple[Referral, ...]:
        """Return the record of each body named, in the order they are named."""
        folded = fold(text)
        found = (
            (match.start(), key) for key, p in self.patterns.items() if (match := p.search(folded))
        )
        return tuple(_referral(self.organisations[key]) for _, key in sorted(found))


def _names(body: Organisation) -> Iterator[str]:
    """Yield the names of a body, without what stands in brackets."""
    for name in (body.short, body.name.partition(" (")[0], *body.names):
        yield fold(name)


def _whole(name: str) -> str:
    """Return a pattern for a name on word boundaries, each word in the singular or the plural."""
    words = r"\s+".join(f"{re.escape(word)}s?" for word in name.split())
    return rf"(?<![a-z0-9]){words}(?![a-z0-9])"


def _referral(body: Organisation) -> Referral:
    """Return what the directory says of a body: whom it serves, and by which text."""
    return Referral(
        organisation=body,
        certainty=Certainty.TO_CHECK,
        reason=body.who,
        legal_basis=body.legal_basis[0] if body.legal_basis else body.status,
    )
