"""What the versions on disk hold, read without touching them: another process may serve them."""

from contextlib import closing
from pathlib import Path

from corpus.model.document import Passage
from corpus.model.occupation import Occupation
from corpus.model.source import Source
from corpus.model.unanswerable import Unanswerable
from corpus.store.knowledge_base import RECORDS
from corpus.store.sql import SqlRecords
from ingest.entries import Entry, entries


def sources_in(folder: Path) -> frozenset[str]:
    """Return the ids of the sources a sound version holds."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return frozenset(source.id for source in records.register("sources", Source).all())


def entries_in(folder: Path) -> tuple[Entry, ...]:
    """Return what a sound version is searched by meaning with."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return entries(
            records.passages.all(),
            records.register("occupations", Occupation).all(),
            records.register("beyond", Unanswerable).all(),
        )


def occupations_in(folder: Path) -> frozenset[str]:
    """Return the ids of the occupations a sound version holds."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return frozenset(one.id for one in records.register("occupations", Occupation).all())


def passages_in(folder: Path) -> tuple[Passage, ...]:
    """Return every passage a sound version holds."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return tuple(records.passages.all())
