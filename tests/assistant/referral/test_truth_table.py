import csv
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant.profile import Need, Profile
from assistant.referral.refer import Refer
from assistant.reply import Certainty, Referral
from corpus.model.organisation import OrganisationKind

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases.toml").read_text(encoding="utf-8")
)["case"]
YES_NO = {"oui": True, "non": False}


def named(
    referrals: Iterable[Referral], *, cep: bool, certainty: Certainty | None = None
) -> set[str]:
    return {
        r.organisation.id
        for r in referrals
        if (r.organisation.kind is OrganisationKind.CEP) is cep and certainty in {None, r.certainty}
    }


@pytest.mark.parametrize("case", CASES, ids=[case["who"] for case in CASES])
def test_a_person_is_sent_where_the_law_says(refer: Refer, case: dict[str, Any]) -> None:
    found = refer(Profile(**case["profile"]), [Need(case["need"])])

    assert named(found, cep=True, certainty=Certainty.SETTLED) == set(case.get("settled", ()))
    assert named(found, cep=True, certainty=Certainty.TO_CHECK) == set(case.get("to_check", ()))
    assert set(case["others"]) <= named(found, cep=False)


def read_profile(row: Mapping[str, str]) -> Profile:
    return Profile(
        situation=row["situation"],
        age=int(row["age"]) or None,
        executive=row["cadre"],
        disability=row["rqth"],
        employed=YES_NO[row["en_emploi"]],
        job_seeking=YES_NO[row["recherche_emploi"]],
        sector=row["secteur"],
    )


def listed(row: Mapping[str, str], column: str) -> set[str]:
    return set(filter(None, row[column].split("|")))


@pytest.mark.shared
def test_every_row_of_the_shared_truth_table_is_reproduced(
    refer: Refer, shared_facts: Path
) -> None:
    lines = (shared_facts / "referral_cases.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))

    wrong = []
    for row in rows:
        found = refer(read_profile(row), [Need(row["besoin"])])
        right = (
            named(found, cep=True, certainty=Certainty.SETTLED) == listed(row, "cep_operators")
            and named(found, cep=True, certainty=Certainty.TO_CHECK) == listed(row, "cep_to_check")
            and bool(named(found, cep=False) & listed(row, "spro_others"))
        )
        wrong += [] if right else [row["case_id"]]

    assert len(rows) == 210
    assert wrong == []


def test_our_own_table_covers_enough_people() -> None:
    assert len(CASES) >= 25
