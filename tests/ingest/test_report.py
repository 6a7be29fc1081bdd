"""What a run says of itself, for people and for programs."""

import json
from dataclasses import replace

import pytest

from ingest.connectors.items import Rejected
from ingest.report import Report, SourceReport, render, to_json

SOURCE = SourceReport(
    id="essai",
    title="Source d'essai",
    publisher="Éditeur",
    licence="Licence Ouverte 2.0",
    published="2026-01",
)


def _told(source: SourceReport) -> list[str]:
    return render(Report(version="v", switched=True, sources=(source,))).split("\n")


@pytest.mark.parametrize(
    ("field", "one", "several"),
    [
        ("documents", "1 fiche", "2 fiches"),
        ("passages", "1 passage", "2 passages"),
        ("facts", "1 fait", "2 faits"),
        ("occupations", "1 métier", "2 métiers"),
        ("organisations", "1 organisme", "2 organismes"),
        ("rules", "1 règle", "2 règles"),
        ("territories", "1 territoire", "2 territoires"),
        ("questions", "1 question", "2 questions"),
    ],
)
def test_what_a_source_gave_is_counted_in_plain_french(field: str, one: str, several: str) -> None:
    assert _told(replace(SOURCE, **{field: 1}))[1] == f"  {one}"
    assert _told(replace(SOURCE, **{field: 2}))[1] == f"  {several}"


def test_a_source_that_gave_nothing_has_no_line_of_counts() -> None:
    assert _told(SOURCE)[:2] == ["essai (Éditeur, 2026-01)", "Vecteurs calculés : 0, repris : 0"]


def test_counts_stand_on_one_line_in_a_fixed_order() -> None:
    assert _told(replace(SOURCE, questions=3, passages=2, documents=1))[1] == (
        "  1 fiche, 2 passages, 3 questions"
    )


def test_reasons_are_grouped_with_their_first_places() -> None:
    rejected = (
        *(Rejected(where=f"r{n}", reason="illisible") for n in range(4)),
        Rejected(where="d", reason="double", expected=True),
    )
    source = replace(SOURCE, rejected=rejected)

    assert _told(source)[1:3] == [
        "  mis de côté : 4, illisible (r0, r1, r2, …)",
        "  mis de côté : 1, double (d)",
    ]
    assert source.faults == 4


def test_the_json_holds_every_field_of_a_source() -> None:
    report = Report(version="v", switched=False, sources=(replace(SOURCE, questions=5),))

    (source,) = json.loads(to_json(report))["sources"]

    assert source["questions"] == 5
    assert set(source) == set(SourceReport.__dataclass_fields__)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Version v : déjà en service, rien de nouveau"),
        ({"switched": True}, "Version v : mise en service"),
        ({"lost": ("a", "b")}, "Version v : laissée en service. Elle contient"),
        ({"embedded": 2, "reused": 7}, "Vecteurs calculés : 2, repris : 7"),
        ({"removed": ("u", "t")}, "Anciennes versions retirées : u, t"),
        ({"seconds": {"read": 1.25, "embed": 2.0}}, "Durée : read 1.2 s, embed 2.0 s"),
    ],
)
def test_the_outcome_is_told(changes: dict[str, object], told: str) -> None:
    report = Report(**{"version": "v", "switched": False, "sources": (), **changes})

    assert told in render(report)
