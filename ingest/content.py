"""Everything a version of the knowledge base will hold, before any of it is written."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields

from corpus.model.document import Passage
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule
from corpus.model.source import Source
from corpus.model.territory import Territory
from corpus.model.unanswerable import Unanswerable
from corpus.store.codec import encode
from corpus.store.seal import SCHEMA
from ingest.entries import Entry, entries

VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Records in the order they were read, ids unique."""

    sources: tuple[Source, ...] = ()
    occupations: tuple[Occupation, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    rules: tuple[Rule, ...] = ()
    territories: tuple[Territory, ...] = ()
    beyond: tuple[Unanswerable, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return what is searched by meaning, passages first."""
        return entries(self.passages, self.occupations, self.beyond)

    def version(self, fingerprint: str) -> str:
        """Return the id of the version: same records, embedder and schema, same id."""
        digest = hashlib.sha256(f"{SCHEMA}\n{fingerprint}\n".encode())
        for field in fields(self):
            digest.update(f"{field.name}\n".encode())
            for item in getattr(self, field.name):
                digest.update(json.dumps(encode(item), sort_keys=True).encode())
        return digest.hexdigest()[:VERSION_LENGTH]

    def counts(self) -> Mapping[str, int]:
        """Return what a seal says: vectors by shelf, the rest by name."""
        shelves = Counter(str(entry.shelf) for entry in self.entries)
        others = {
            field.name: len(getattr(self, field.name))
            for field in fields(self)
            if field.name != "passages"
        }
        return {**shelves, **others}
