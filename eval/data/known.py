"""What labels may cite: the records, bodies, rules and values of the repository, and the facts."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from corpus.model.errors import InputError

Table: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts the project started from, which stand beside the repository, by id."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """What each states."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """Reasons of the rows of the referral truth table."""
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of a sheet, and what it is about."""

    aspect: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Ids and words of the sources of the repository."""

    sentences: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    """Paths from the folder of sources."""
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    """Those of a sheet, by path; the first is number 1."""
    records: frozenset[str] = frozenset()
    """Every subject, and every `subject#aspect`."""
    figures: frozenset[tuple[str, str]] = frozenset()
    """Property and value of every typed value."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    """Short names by id."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """French reasons by id."""
    beside: Facts | None = None
    """`None` where the folder of facts was not given: what cites it can't be checked."""


def read_corpus(sources: Path, facts: Path | None = None) -> Corpus:
    """Return what is in the folder of sources, and in the folder of facts when one is given.

    Raises:
        InputError: a file is not where it should be, or can't be read.
    """
    tables = {
        path.relative_to(sources).as_posix(): read_toml(path)
        for path in sorted(sources.rglob("*.toml"))
    }
    sheets = {path: table for path, table in tables.items() if "sheet" in table}
    statements = [(sheet["sheet"]["subject"], s) for sheet in sheets.values() for s in _said(sheet)]
    bodies = [one for table in tables.values() for one in table.get("organisation", ())]
    rules = [one for table in tables.values() for one in table.get("rule", ())]
    figures = [fact for _, one in statements for fact in one.get("fact", ())]
    return Corpus(
        sentences=(*(one["text"] for _, one in statements), *(b.get("who", "") for b in bodies)),
        files=frozenset(tables),
        statements={path: _statements(sheet) for path, sheet in sheets.items()},
        records=frozenset(_records(statements)),
        figures=frozenset((fact["property"], str(fact["value"])) for fact in figures),
        bodies={body["id"]: body["short"] for body in bodies},
        rules={rule["id"]: rule["reason"]["fr"] for rule in rules},
        beside=read_facts(facts) if facts else None,
    )


def read_facts(folder: Path) -> Facts:
    """Return what is in the folder of facts.

    Raises:
        InputError: a file is not where it should be, or can't be read.
    """
    rows = _text(folder / "referral_cases.csv").splitlines()
    table = csv.DictReader(row for row in rows if not row.startswith("#"))
    return Facts(
        facts={fact["id"]: fact["statement"] for fact in read_toml(folder / "facts.toml")["fact"]},
        cases={row["case_id"]: row["reason_fr"] for row in table},
        rules=frozenset(rule["id"] for rule in read_toml(folder / "referral.toml")["rule"]),
    )


def _statements(sheet: Table) -> tuple[Statement, ...]:
    """Return the sentences of a sheet."""
    return tuple(Statement(aspect=one["aspect"], text=one["text"]) for one in _said(sheet))


def _said(sheet: Table) -> tuple[Table, ...]:
    """Return the tables of the statements of a sheet."""
    return tuple(sheet.get("statement", ()))


def _records(statements: list[tuple[str, Table]]) -> Iterator[str]:
    """Yield what a label may name as a record."""
    for subject, one in statements:
        yield subject
        yield f"{subject}#{one['aspect']}"


def read_toml(path: Path) -> Table:
    """Return a file of tables.

    Raises:
        InputError: it is not there, or not TOML.
    """
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path, str(error)) from error


def _text(path: Path) -> str:
    """Return a file's text; InputError when there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, "fichier absent ou illisible") from error
