"""What labels may cite, read from the folder of sources."""

import pytest

from assistant.settings import ROOT
from corpus.model.errors import InputError
from eval.data.known import read_corpus, read_facts
from eval.data.vocabulary import Situation, values
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings

SOURCES = ROOT / "corpus" / "sources"
SHEET = """
[sheet]
id = "cpf"
subject = "scheme:cpf"
[[statement]]
aspect = "pay"
text = "Le CPF donne 500 € par an."
[[statement.fact]]
property = "amount"
value = "500"
[[statement]]
aspect = "who"
text = "Dès 16 ans."
"""
BODIES = '[[organisation]]\nid = "apec"\nshort = "Apec"\nwho = "Vous êtes cadre."\n'
RULES = '[[rule]]\nid = "R11_apec"\nreason = { fr = "Vous êtes cadre." }\n'


@pytest.fixture
def sources(tmp_path):
    for path, text in {
        "spro_schemes/sheets/cpf.toml": SHEET,
        "spro_referral/organisations.toml": BODIES,
        "spro_referral/rules.toml": RULES,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_sheets_bodies_and_rules_are_read(sources):
    corpus = read_corpus(sources)

    said = corpus.statements["spro_schemes/sheets/cpf.toml"]
    assert [(one.aspect, one.text) for one in said][1] == ("who", "Dès 16 ans.")
    assert corpus.records == {"scheme:cpf", "scheme:cpf#pay", "scheme:cpf#who"}
    assert corpus.figures == {("amount", "500")}
    assert corpus.bodies == {"apec": "Apec"}
    assert corpus.rules == {"R11_apec": "Vous êtes cadre."}
    assert "spro_referral/rules.toml" in corpus.files
    assert corpus.sentences == ("Le CPF donne 500 € par an.", "Dès 16 ans.", "Vous êtes cadre.")
    assert corpus.beside is None


def test_a_broken_sheet_is_named(sources):
    (sources / "spro_schemes/sheets/vae.toml").write_text("[sheet", encoding="utf-8")

    with pytest.raises(InputError, match=r"vae\.toml"):
        read_corpus(sources)


def test_facts_that_are_not_there_are_named(sources):
    with pytest.raises(InputError, match="absent"):
        read_corpus(sources, sources / "nulle-part")


def test_facts_cases_and_rules_are_read(tmp_path):
    table = '# « un commentaire, "ouvert\ncase_id,reason_fr\nC001,"Le CIO, d\'abord."\n'
    (tmp_path / "referral_cases.csv").write_text(table, encoding="utf-8")
    (tmp_path / "facts.toml").write_text(
        '[[fact]]\nid = "spro-001"\nstatement = "Un droit."\n', encoding="utf-8"
    )
    (tmp_path / "referral.toml").write_text('[[rule]]\nid = "Z01_choix"\n', encoding="utf-8")

    facts = read_facts(tmp_path)

    assert facts.facts == {"spro-001": "Un droit."}
    assert facts.cases == {"C001": "Le CIO, d'abord."}
    assert facts.rules == {"Z01_choix"}


def test_records_are_those_an_ingestion_makes(tmp_path):
    settings = IngestSettings(home=tmp_path, sources=(SOURCES,), only_local=True)
    content, _ = collect(settings, Silent())

    ours = read_corpus(SOURCES)

    made = {f"{passage.subject}#{passage.aspect}" for passage in content.passages}
    assert made == {record for record in ours.records if "#" in record}
    assert set(ours.bodies) == {body.id for body in content.organisations}
    assert set(ours.rules) == {rule.id for rule in content.rules}


@pytest.mark.shared
def test_every_situation_of_the_truth_table_may_be_labelled(shared_facts):
    lines = (shared_facts / "referral_cases.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",", 2) for line in lines if line.startswith("C")]

    assert {row[1] for row in rows} <= values(Situation)
    assert len(read_facts(shared_facts).cases) == len(rows)
