import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from assistant.referral.refer import Refer
from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.referral import Conditions, Effect, Rule
from corpus.model.source import Confidence

SOURCE = Path(__file__).parents[3] / "corpus" / "sources" / "spro_referral"


def read_tables(name: str) -> list[dict[str, Any]]:
    """Return the tables of one data file, lists made tuples."""
    tables = tomllib.loads((SOURCE / f"{name}s.toml").read_text(encoding="utf-8"))[name]
    return [frozen(table) for table in tables]


def frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}


def make_rule(table: Mapping[str, Any]) -> Rule:
    when, then = Conditions(**frozen(table["when"])), Effect(**frozen(table["then"]))
    return Rule(**{**table, "when": when, "then": then})


def make_organisation(table: Mapping[str, Any]) -> Organisation:
    kinds = {
        "kind": OrganisationKind(table["kind"]),
        "confidence": Confidence(table["confidence"]),
    }
    assert set(table) <= {f.name for f in fields(Organisation)}
    return Organisation(**{**table, **kinds})


@pytest.fixture(scope="session")
def rules() -> tuple[Rule, ...]:
    return tuple(make_rule(table) for table in read_tables("rule"))


@pytest.fixture(scope="session")
def organisations() -> dict[str, Organisation]:
    return {table["id"]: make_organisation(table) for table in read_tables("organisation")}


@pytest.fixture(scope="session")
def refer(rules: tuple[Rule, ...], organisations: dict[str, Organisation]) -> Refer:
    return Refer(rules=rules, organisations=organisations)
