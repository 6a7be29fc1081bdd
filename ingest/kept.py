"""What the versions on disk hold, read without touching them: another process may serve them."""

from contextlib import closing
from pathlib import Path

from corpus.model.document import Passage
from corpus.model.source import Source
from corpus.store.knowledge_base import RECORDS
from corpus.store.sql import SqlRecords


def sources_in(folder: Path) -> frozenset[str]:
    """Return the ids of the sources a sound version holds."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return frozenset(source.id for source in records.register("sources", Source).all())


def passages_in(folder: Path) -> tuple[Passage, ...]:
    """Return every passage a sound version holds."""
    with closing(SqlRecords(folder / RECORDS, read_only=True)) as records:
        return tuple(records.passages.all())
