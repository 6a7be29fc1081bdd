import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from corpus.model.document import Aspect, Document
from corpus.model.errors import UnparsableFileError
from corpus.model.fact import Fact
from corpus.model.occupation import Occupation
from ingest.connectors.items import Item, Rejected

Read = Callable[[str, Path], Sequence[Item]]


@pytest.fixture
def items(read: Read, samples: Path, tmp_path: Path) -> Sequence[Item]:
    path = tmp_path / "metiers.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(samples / "metiers.xml", "metiers.xml")
    return read("onisep-occupations", path)


def _only(items: Sequence[Item], kind: type) -> list[Item]:
    return [item for item in items if isinstance(item, kind)]


def test_an_occupation_has_both_genders_and_every_name(items: Sequence[Item]) -> None:
    first, second = _only(items, Occupation)

    assert first.id == "onisep:MET.9001"
    assert first.label == "souffleur de bulles, souffleuse de bulles"
    assert first.synonyms == ("souffleur/euse de bulles", "maître/sse des bulles")
    assert first.rome == ("Z0001", "Z0002")
    assert (second.label, second.rome) == ("guide des nuages", ())


def test_sections_follow_fields_and_headings(items: Sequence[Item]) -> None:
    document = _only(items, Document)[0]

    assert [(section.locator, section.aspect) for section in document.sections] == [
        ("MET.9001#accroche_metier", Aspect.SUMMARY),
        ("MET.9001#nature_travail/souffler-juste", Aspect.TASKS),
        ("MET.9001#vie_professionnelle/salaire-du-debutant", Aspect.PAY),
        ("MET.9001#vie_professionnelle/des-fetes-partout", Aspect.OUTLETS),
        ("MET.9001#format_court", Aspect.SUMMARY),
        ("MET.9001#format_court/apres-le-bac", Aspect.ACCESS),
    ]


def test_a_section_cites_the_page_of_the_sheet(items: Sequence[Item]) -> None:
    section = _only(items, Document)[0].sections[2]

    assert section.heading == ("Vie professionnelle", "Salaire", "Salaire du débutant")
    assert section.reference.url.endswith("/metier/slug/MET.9001")
    assert section.reference.published == "2024-06-25"


def test_a_plain_salary_becomes_a_fact_and_a_mean_does_not(items: Sequence[Item]) -> None:
    (fact,) = _only(items, Fact)

    assert (fact.subject, fact.value, fact.period) == (
        "onisep:MET.9001",
        "1900..2100",
        "2024-06-25",
    )
    assert fact.quote == "De 1900 à 2 100 euros brut par mois."


def test_a_repeated_identifier_is_rejected_with_its_place(items: Sequence[Item]) -> None:
    (rejected,) = _only(items, Rejected)

    assert "MET.9001" in rejected.where
    assert not rejected.expected


def test_the_wrong_archive_says_what_it_lacks(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "formations.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("formations.xml", "<formations><formation/></formations>")

    with pytest.raises(UnparsableFileError, match="<metier>"):
        read("onisep-occupations", path)
