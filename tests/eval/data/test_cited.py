"""What labels cite exists, and can be read."""

from dataclasses import replace

import pytest

from eval.data.cited import lost_origins, quoted, unknown_ids
from eval.data.problem import Kind, Problem

CPF = "spro_schemes/sheets/cpf.toml"
FOUND = [
    "absence",
    "product:57 ; examples:10 ; rome_v460:K2305 appellation 16390",
    "facts:spro-002 (cinq sujets)",
    "referral_cases:C001 + referral_cases:C001",
    "rules:R11_apec",
    "referral.toml : R11_apec, Z01_choix (situation)",
    f"{CPF}:1,2",
    f"{CPF}:2; {CPF}:1",
    f"{CPF} statement 2 (who)",
    f"{CPF} statements 1, 2",
    "à côté : cpf#2",
    "spro_referral/rules.toml",
]
LOST = [
    ("facts:spro-003", "spro-003"),
    ("referral_cases:C001 + referral_cases:C999", "C999"),
    ("rules:R99_rien", "R99_rien"),
    ("rules:Z01_choix", "Z01_choix"),
    ("règle R99_rien", "R99_rien"),
    ("règle O100_rien", "O100_rien"),
    ("spro_schemes/sheets/cfp.toml", "spro_schemes/sheets/cfp.toml"),
    (f"{CPF}:1,3", f"{CPF}:3"),
    (f"{CPF}:0", f"{CPF}:0"),
    (f"{CPF} statement 2 (pay)", f"{CPF}:2 pay"),
    (f"{CPF} statements 1, 4", f"{CPF}:4"),
    ("à côté : cpf#3", "cpf#3"),
    ("à côté : cfp#1", "cfp#1"),
]


@pytest.mark.parametrize("origin", FOUND)
def test_an_origin_that_exists_is_no_problem(origin, make, corpus):
    assert list(lost_origins([make(origin=origin)], corpus)) == []


@pytest.mark.parametrize(("origin", "lost"), LOST)
def test_an_origin_that_does_not_exist_is_named(origin, lost, make, corpus):
    found = list(lost_origins([make(origin=origin)], corpus))

    assert found == [Problem(kind=Kind.LOST, items=("abstention-0001",), detail=lost)]


def test_facts_that_are_not_at_hand_are_not_looked_up(make, corpus):
    origin = "facts:rien-001 ; referral_cases:C999 ; Z99_rien"

    found = lost_origins([make(origin=origin)], replace(corpus, beside=None))

    assert list(found) == []


def test_our_own_rules_and_sheets_are_always_looked_up(make, corpus):
    item = make(origin=f"rules:R99_rien ; {CPF}:3")

    found = lost_origins([item], replace(corpus, beside=None))

    assert [problem.detail for problem in found] == ["R99_rien", f"{CPF}:3"]


def test_what_an_origin_cites_is_read_once(corpus):
    origin = f"facts:spro-002 ; {CPF}:2,1 ; cpf#2 ; R11_apec ; Z01_choix ; C001 ; facts:rien-001"

    assert list(quoted(origin, corpus)) == [
        "Cinq sujets.",
        "Un collégien voit le CIO.",
        "Vous êtes cadre.",
        "Le CPF s'ouvre dès 16 ans.",
        "Le CPF donne 500 € par an.",
    ]


@pytest.mark.parametrize(
    ("name", "changes", "unknown"),
    [
        ("crisis", {"lines_any": ["ligne_3114", "ligne_9999"]}, ["ligne_9999"]),
        ("referral", {"never": ["cap_emploie"]}, ["cap_emploie"]),
        ("referral", {"others_any": ["cio"]}, ["cio"]),
        ("followups", {"occupation": "occupation:macon|scheme:cpf"}, ["occupation:macon"]),
        ("followups", {"occupation": "Boulanger / Boulangère"}, []),
        (
            "retrieval",
            {"relevant": {"scheme:cpf#pay": 2, "scheme:cpf#tasks": 1}},
            ["scheme:cpf#tasks"],
        ),
        ("retrieval", {"facts": [{"property": "amount", "value": "501"}]}, ["amount = 501"]),
    ],
)
def test_an_id_the_corpus_does_not_hold_is_named(name, changes, unknown, labelled, corpus):
    found = list(unknown_ids(name, [labelled(name, **changes)], corpus))

    assert [problem.detail for problem in found] == unknown
    assert all(problem.kind == Kind.UNKNOWN for problem in found)


def test_a_label_that_cannot_be_read_is_left_to_the_schema(make, corpus):
    assert list(unknown_ids("crisis", [make(expected={"level": "?"})], corpus)) == []
