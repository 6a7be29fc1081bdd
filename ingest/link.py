"""Records of several sources about one occupation, brought under one id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from corpus.model.document import Document
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from ingest.connectors.items import Asked, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Which id each other source's id stands for, and the claims that were refused."""

    leader: Mapping[str, str]
    rejected: tuple[Rejected, ...] = ()

    def document(self, document: Document) -> Document:
        """Return the document about the id that stands for its subject."""
        return replace(document, subject=self.leader.get(document.subject, document.subject))

    def asked(self, asked: Asked) -> Asked:
        """Return the questions about the id that stands for their subject."""
        return replace(asked, subject=self.leader.get(asked.subject, asked.subject))

    def fact(self, fact: Fact) -> Fact:
        """Return the fact about the id that stands for its subject."""
        return replace(fact, subject=self.leader.get(fact.subject, fact.subject))


def find_links(occupations: Sequence[Occupation]) -> Links:
    """Return the links `same_as` declares; an id two occupations claim stays with the first."""
    claims: dict[str, str] = {}
    rejected: list[Rejected] = []
    for occupation in occupations:
        for other in occupation.same_as:
            holder = claims.setdefault(other, occupation.id)
            if holder != occupation.id:
                rejected.append(
                    Rejected(where=occupation.id, reason=f"{other} déjà rattaché à {holder}")
                )
    leader = {other: _follow(claims, other) for other in claims}
    return Links(leader=leader, rejected=tuple(rejected))


def merged(occupations: Iterable[Occupation], links: Links) -> tuple[Occupation, ...]:
    """Return one occupation per id, with every name and code its sources give."""
    groups: dict[str, list[Occupation]] = {}
    for occupation in occupations:
        groups.setdefault(links.leader.get(occupation.id, occupation.id), []).append(occupation)
    return tuple(
        reduce(_merge, sorted(group, key=lambda member: member.id != leader))
        for leader, group in groups.items()
    )


def _merge(ours: Occupation, other: Occupation) -> Occupation:
    known = {ours.feminine, ours.masculine, ours.label}
    names = dict.fromkeys(name for name in (*ours.synonyms, *other.names) if name not in known)
    return replace(
        ours,
        synonyms=tuple(names),
        rome=tuple(dict.fromkeys((*ours.rome, *other.rome))),
        same_as=tuple(dict.fromkeys((*ours.same_as, *other.same_as))),
        described=tuple(dict.fromkeys((*ours.described, *other.described))),
    )


def _follow(claims: Mapping[str, str], start: str) -> str:
    seen = [start]
    while (up := claims.get(seen[-1])) is not None and up not in seen:
        seen.append(up)
    # Two occupations that name each other: the smaller id leads, whichever is read first.
    return min(seen) if up is not None else seen[-1]
