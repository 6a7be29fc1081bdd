"""Passages, facts and registers in one SQLite file, through SQLAlchemy Core."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, Generic, TypeAlias, TypeVar

from sqlalchemy import (
    JSON,
    Column,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    create_engine,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from corpus.model.document import Passage
from corpus.model.errors import DamagedVersionError
from corpus.model.fact import Fact
from corpus.store.codec import decode, encode
from corpus.store.ranking import key_of

T = TypeVar("T")
_Row: TypeAlias = Mapping[str, object]

BATCH: Final = 2000
MAPPED_BYTES: Final = 256 * 1024 * 1024
"""How much of the file is read through memory rather than by system calls."""

_METADATA: Final = MetaData()


def _table(name: str, key: Sequence[str], *groups: str) -> Table:
    """Return a table of JSON bodies, one row per `key`, read by any of `groups`."""
    return Table(
        name,
        _METADATA,
        Column("position", Integer, primary_key=True),
        Column("id", String, nullable=False),
        *(Column(group, String, nullable=False, index=True) for group in groups),
        Column("body", JSON, nullable=False),
        UniqueConstraint(*key),
    )


_PASSAGES: Final = _table("passages", ("id",), "subject", "kind")
_FACTS: Final = _table("facts", ("id",), "subject")
_ITEMS: Final = _table("items", ("register", "id"), "register")

# One bound array whatever the number of ids: one prepared statement, no limit on variables.
_ASKED: Final = func.json_each(bindparam("ids", type_=JSON)).table_valued("value")
_BY_ID: Final = select(_PASSAGES.c.id, _PASSAGES.c.body).where(
    _PASSAGES.c.id.in_(select(_ASKED.c.value))
)


class SqlPassages:
    """Passages as rows; safe from several threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, passages: Iterable[Passage]) -> None:
        """Store passages."""
        _store(self._engine, _PASSAGES, map(_passage_row, passages))

    def get(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the passages known among `ids`, by id."""
        with self._engine.connect() as connection:
            rows = connection.execute(_BY_ID, {"ids": list(ids)}).all()
        return {id_: decode(Passage, body) for id_, body in rows}

    def about(self, subject: str) -> Sequence[Passage]:
        """Return the passages about a subject, in the order they were stored."""
        return _group(self._engine, _PASSAGES.c.subject, subject, Passage)

    def all(self) -> Iterator[Passage]:
        """Yield every passage, in the order they were stored."""
        query = select(_PASSAGES.c.body).order_by(_PASSAGES.c.position)
        with self._engine.connect() as connection:
            for body in connection.execute(query).scalars():
                yield decode(Passage, body)


class SqlFacts:
    """Facts as rows; safe from several threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, facts: Iterable[Fact]) -> None:
        """Store facts."""
        rows = ({"id": f.id, "subject": f.subject, "body": encode(f)} for f in facts)
        _store(self._engine, _FACTS, rows)

    def about(self, subject: str) -> Sequence[Fact]:
        """Return the facts about a subject, in the order they were stored."""
        return _group(self._engine, _FACTS.c.subject, subject, Fact)


class SqlRegister(Generic[T]):
    """Items of one type as rows, under the name of their register."""

    def __init__(self, engine: Engine, name: str, item_type: type[T]) -> None:
        self._engine = engine
        self._name = name
        self._item_type = item_type

    def add(self, items: Iterable[T]) -> None:
        """Store items, keyed by their `id` (or `code`)."""
        rows = ({"id": key_of(i), "register": self._name, "body": encode(i)} for i in items)
        _store(self._engine, _ITEMS, rows)

    def all(self) -> Sequence[T]:
        """Return every item, in the order they were stored."""
        return _group(self._engine, _ITEMS.c.register, self._name, self._item_type)


class SqlRecords:
    """One file of records; raises `DamagedVersionError` when it can't be read."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        # One connection per thread that reads at once: the pool hands them out.
        self._engine = create_engine(
            "sqlite://",
            creator=partial(_connect, path, read_only=read_only),
            poolclass=QueuePool,
            max_overflow=-1,
            json_serializer=_compact,
        )
        if not read_only:
            _METADATA.create_all(self._engine)
        self.passages = SqlPassages(self._engine)
        self.facts = SqlFacts(self._engine)

    def register(self, name: str, item_type: type[T]) -> SqlRegister[T]:
        """Return the register of that name."""
        return SqlRegister(self._engine, name, item_type)

    def counts(self) -> Mapping[str, int]:
        """Return how many passages each kind has, how many facts, how many items by register."""
        counted = (
            select(_PASSAGES.c.kind, func.count()).group_by(_PASSAGES.c.kind),
            select(_ITEMS.c.register, func.count()).group_by(_ITEMS.c.register),
            select(literal("facts"), func.count()).select_from(_FACTS),
        )
        try:
            with self._engine.connect() as connection:
                rows = [row for query in counted for row in connection.execute(query)]
        except DatabaseError as error:
            message = f"{self._path} : fichier illisible ({error.orig})"
            raise DamagedVersionError(message) from error
        return {name: number for name, number in rows if number}

    def close(self) -> None:
        """Close every connection; the records can't be relied on afterwards."""
        self._engine.dispose()


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    # A published version never changes: `immutable` spares every reader its locks.
    mode = "mode=ro&immutable=1" if read_only else "mode=rwc"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{mode}", uri=True, check_same_thread=False
    )
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
    return connection


def _passage_row(passage: Passage) -> _Row:
    return {
        "id": passage.id,
        "subject": passage.subject,
        "kind": str(passage.kind),
        "body": encode(passage),
    }


def _store(engine: Engine, table: Table, rows: Iterable[_Row]) -> None:
    statement = insert(table)
    key = next(c for c in table.constraints if isinstance(c, UniqueConstraint)).columns
    new = {c.name: statement.excluded[c.name] for c in table.c if c.name != "position"}
    upsert = statement.on_conflict_do_update(index_elements=list(key), set_=new)
    with engine.begin() as connection:
        for batch in _batches(rows):
            connection.execute(upsert, batch)


def _group(engine: Engine, column: Column[object], value: str, item_type: type[T]) -> Sequence[T]:
    table = column.table
    query = select(table.c.body).where(column == value).order_by(table.c.position)
    with engine.connect() as connection:
        bodies = connection.execute(query).scalars().all()
    return tuple(decode(item_type, body) for body in bodies)


def _batches(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
