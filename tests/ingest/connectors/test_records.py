import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from corpus.model.document import Aspect, Document
from corpus.model.errors import UnparsableFileError
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from corpus.model.organisation import Organisation
from corpus.model.referral import Rule
from corpus.model.source import NO_DATE, Wording
from corpus.model.territory import Territory
from ingest.connectors.items import Item, Rejected

Read = Callable[[str, Path], Sequence[Item]]
Spoilt = Callable[[str, str, str], Path]


@pytest.fixture
def sheet(samples: Path) -> Path:
    return samples / "souffleur.toml"


@pytest.fixture
def spoilt(samples: Path, tmp_path: Path) -> Spoilt:
    """Copy a sample with one thing replaced, as `fausse.toml`."""

    def spoil(name: str, old: str, new: str) -> Path:
        text = (samples / name).read_text("utf-8")
        assert old in text
        path = tmp_path / "fausse.toml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return spoil


def _only(items: Sequence[Item], kind: type) -> list[Item]:
    return [item for item in items if isinstance(item, kind)]


def test_a_sheet_gives_an_occupation_under_its_subject(read: Read, sheet: Path) -> None:
    (occupation,) = _only(read("records", sheet), Occupation)

    assert occupation.id == "occupation:souffleur"
    assert occupation.same_as == ("onisep:MET.9001",)


def test_statements_of_one_aspect_and_source_share_a_section(read: Read, sheet: Path) -> None:
    (document,) = _only(read("records", sheet), Document)

    assert document.id == "essai:souffleur"
    assert [section.locator for section in document.sections] == ["#access-1", "#pay-1"]
    assert document.sections[0].text.count("\n") == 1
    assert document.sections[1].aspect is Aspect.PAY


def test_a_section_cites_the_source_of_its_statements(read: Read, sheet: Path) -> None:
    (document,) = _only(read("records", sheet), Document)

    reference = document.sections[0].reference
    assert (reference.title, reference.published) == ("Fiche inventée", "2024-06-25")
    assert reference.wording is Wording.REFORMULATED


def test_a_fact_without_a_quote_quotes_its_whole_statement(read: Read, sheet: Path) -> None:
    facts = _only(read("records", sheet), Fact)

    assert [fact.quote for fact in facts] == [
        "La formation dure 3 ans après le bac.",
        "Un débutant gagne 1 900 euros brut par mois.",
    ]
    assert len({fact.id for fact in facts}) == 2


def test_an_unverified_statement_is_left_out_and_told(read: Read, sheet: Path) -> None:
    (rejected,) = _only(read("records", sheet), Rejected)

    assert rejected.where == "essai:souffleur#4"
    assert rejected.expected


def test_a_source_without_a_date_has_none(read: Read, sheet: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(sheet.read_text("utf-8").replace('published = "2024-06-25"', ""), "utf-8")

    (document,) = _only(read("records", path), Document)

    assert document.sections[0].reference.published == NO_DATE


def test_organisations_rules_and_places_are_read(read: Read, samples: Path) -> None:
    organisation, rule, territory = read("records", samples / "annuaire.toml")

    assert isinstance(organisation, Organisation)
    assert isinstance(rule, Rule)
    assert isinstance(territory, Territory)
    assert organisation.verified == "2026-11-20"
    assert rule.when.situations == ("lyceen",)
    assert rule.reason["en"] == "Because of bubbles."
    assert territory.postcodes == ("99000",)


WRONG = [
    pytest.param('id = "souffleur"', "", "sheet.id", id="missing id"),
    pytest.param('kind = "occupation"', 'kind = "truc"', "sheet.kind", id="unknown kind"),
    pytest.param("synonyms =", "synonimes =", "occupation.synonimes", id="unknown key"),
    pytest.param('rome = ["Z0001"]', "rome = 3", "occupation.rome", id="not a list"),
    pytest.param('aspect = "pay"', 'aspect = "paie"', "statement[3].aspect", id="aspect"),
    pytest.param('source = "bruit"', 'source = "x"', "statement[4].source", id="no such source"),
    pytest.param('value = "3"', "value = 3", "statement[1].fact[1].value", id="value type"),
    pytest.param(
        'property = "salary_entry"',
        'property = "x"',
        "statement[3].fact[1].property",
        id="property",
    ),
    pytest.param(
        'confidence = "primary"', 'confidence = "sûr"', "sources.fiche.confidence", id="confidence"
    ),
    pytest.param("[[statement.fact]]", "[statement.fact]", "statement[1].fact", id="not a list"),
    pytest.param("[occupation]", "[metier]", "metier", id="unknown table"),
]


@pytest.mark.parametrize(("old", "new", "place"), WRONG)
def test_a_wrong_field_is_named_with_its_file(
    old: str, new: str, place: str, read: Read, spoilt: Spoilt
) -> None:
    path = spoilt("souffleur.toml", old, new)

    with pytest.raises(UnparsableFileError) as caught:
        read("records", path)

    assert "fausse.toml" in str(caught.value)
    assert place in str(caught.value)


DIRECTORY_WRONG = [
    pytest.param("settled = true", "", "rule[1].settled", id="missing flag"),
    pytest.param("settled = true", "settled = 1", "rule[1].settled", id="not a flag"),
    pytest.param('add = ["', 'ajout = ["', "rule[1].then.ajout", id="unknown effect"),
    pytest.param("age_min = 15", 'age_min = "15"', "rule[1].when.age_min", id="age"),
    pytest.param("reason = {", "raison = {", "rule[1].reason", id="no reason"),
    pytest.param('kind = "specialised"', 'kind = "x"', "organisation[1].kind", id="kind"),
    pytest.param("then = {", "then = 3 #", "rule[1].then", id="not a table"),
]


@pytest.mark.parametrize(("old", "new", "place"), DIRECTORY_WRONG)
def test_a_wrong_field_of_the_directory_is_named(
    old: str, new: str, place: str, read: Read, spoilt: Spoilt
) -> None:
    path = spoilt("annuaire.toml", old, new)

    with pytest.raises(UnparsableFileError, match=re.escape(place)):
        read("records", path)
