"""The real files, when they are beside the repository: their traps, read right."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.model.document import Aspect
from corpus.model.errors import UnparsableFileError
from corpus.model.occupation import CODE, Occupation
from corpus.store.ports import Beside
from ingest.collect import collect
from ingest.connectors.rome import rome
from ingest.content import Content
from ingest.load.files import SourceFile
from ingest.parse import csv
from ingest.progress import Silent
from ingest.report import SourceReport
from ingest.settings import IngestSettings
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.shared


@cache
def _collected(data: Path) -> tuple[Content, dict[str, SourceReport]]:
    settings = IngestSettings(
        home=data / "nowhere", sources=(REPOSITORY / "corpus" / "sources",), data=data
    )
    content, reports = collect(settings, Silent())
    return content, {report.id: report for report in reports}


@pytest.fixture
def content(shared_data: Path) -> Content:
    return _collected(shared_data)[0]


@pytest.fixture
def reports(shared_data: Path) -> dict[str, SourceReport]:
    return _collected(shared_data)[1]


def test_every_occupation_of_onisep_is_read(reports: dict[str, SourceReport]) -> None:
    onisep = reports["onisep"]

    assert (onisep.occupations, onisep.documents, onisep.rejected) == (748, 748, ())


def test_the_ministry_s_sheets_lose_only_their_doubles(reports: dict[str, SourceReport]) -> None:
    ministry = reports["travail-emploi"]
    doubles = [one for one in ministry.rejected if one.reason.startswith("même contenu")]

    assert (ministry.documents, len(doubles), ministry.faults) == (260, 9, 0)


def test_seventy_occupations_of_onisep_have_no_rome_code(content: Content) -> None:
    theirs = [one for one in content.occupations if one.id.startswith("onisep:")]
    linked = {other for one in content.occupations for other in one.same_as}

    assert len(theirs) + len({other for other in linked if other.startswith("onisep:")}) == 748
    assert sum(not one.rome for one in theirs) <= 70


def test_passages_have_their_own_ids_and_a_bounded_length(content: Content) -> None:
    ids = Counter(passage.id for passage in content.passages)

    assert ids.most_common(1)[0][1] == 1
    assert max(len(passage.text.split()) for passage in content.passages) <= 200


def test_no_passage_holds_an_odd_space(content: Content) -> None:
    assert not any(
        mark in passage.text
        for passage in content.passages
        for mark in ("\u00a0", "\u202f", "  ", "<p>", "&nbsp;", "\x01")
    )


def test_every_salary_stands_word_for_word_in_its_passage(content: Content) -> None:
    passages = {passage.id: passage for passage in content.passages}
    salaries = [fact for fact in content.facts if fact.source_id == "onisep"]

    assert len(salaries) > 250
    assert all(fact.quote in passages[fact.passage_id].text for fact in salaries)
    assert all(passages[fact.passage_id].aspect is Aspect.PAY for fact in salaries)


@pytest.mark.parametrize("odd", ["en moyenne", "Smic", "hebdomadaire"])
def test_no_odd_salary_became_a_fact(content: Content, odd: str) -> None:
    assert not any(odd in fact.quote for fact in content.facts if fact.source_id == "onisep")


def test_old_sheets_of_the_ministry_keep_their_date(content: Content) -> None:
    dates = {
        passage.document_id: passage.reference.published
        for passage in content.passages
        if passage.source_id == "travail-emploi"
    }

    assert sum(date < "2020" for date in dates.values()) >= 30


ROME_CODES = "unix_referentiel_code_rome_v460_utf8.csv"
ROME_TITLES = "metier.csv"


@pytest.fixture
def directory(shared_data: Path) -> Path:
    """The folder of ROME 4, the national directory of occupations."""
    return shared_data / "rome_v460"


@cache
def _read_rome(folder: Path) -> dict[str, Occupation]:
    files = [SourceFile(path=folder / name) for name in (ROME_CODES, ROME_TITLES)]
    items = list(rome(files, None))  # type: ignore[arg-type] # no source is looked at
    assert all(isinstance(item, Occupation) for item in items)
    return {item.id: item for item in items}


@pytest.fixture
def named(directory: Path) -> dict[str, Occupation]:
    """What the directory gives, by id."""
    return _read_rome(directory)


def test_both_separators_of_the_directory_are_read(directory: Path) -> None:
    codes, titles = (list(csv.read(directory / name)) for name in (ROME_CODES, ROME_TITLES))

    assert (len(codes), len(titles)) == (1_584, 11_522)
    assert {len(row) for row in codes} == {10}
    assert {len(row) for row in titles} == {11}


def test_every_code_and_every_title_is_an_occupation_and_none_is_lost(
    named: dict[str, Occupation], reports: dict[str, SourceReport]
) -> None:
    assert len(named) == 1_584 + 11_522
    assert (reports["rome"].occupations, reports["rome"].rejected) == (len(named), ())


def test_titles_cover_609_codes_of_the_directory_and_the_others_keep_their_own_name(
    named: dict[str, Occupation],
) -> None:
    codes = {one.rome[0] for id_, one in named.items() if id_.count(":") == 1}
    covered = {one.rome[0] for id_, one in named.items() if id_.count(":") == 2}

    assert (len(codes), len(covered)) == (1_584, 609)
    assert covered < codes
    assert all(named[f"{CODE}{code}"].label for code in codes - covered)


def test_a_code_stands_under_another_code_of_the_directory(named: dict[str, Occupation]) -> None:
    codes = {one.rome[0] for one in named.values()}
    under = [one for one in named.values() if len(one.rome) > 1]

    assert under
    assert all(set(one.rome) <= codes for one in named.values())
    assert all(len(named[f"{CODE}{one.rome[1]}"].rome) == 1 for one in under)


def test_no_name_of_the_directory_keeps_a_trap_of_the_export(named: dict[str, Occupation]) -> None:
    names = [name for one in named.values() for name in one.names]

    assert [name for name in names if "¿" in name or "''" in name] == []
    assert [name for name in names if not name or name != " ".join(name.split())] == []


def test_both_genders_of_a_title_are_whole_names(named: dict[str, Occupation]) -> None:
    assert named["rome:A1101"].label == (
        "conducteur d'engins agricoles, conductrice d'engins agricoles"
    )
    # Said of the head of a team: the feminine alone would be another trade.
    heads = [one for one in named.values() if one.masculine.startswith(("chef ", "aide "))]

    assert len(heads) > 300
    first = Counter(one.feminine.split()[0] for one in heads)
    assert set(first) == {"chef", "cheffe", "aide"}


def test_a_feminine_is_as_long_as_its_masculine_but_for_a_few(
    named: dict[str, Occupation],
) -> None:
    uneven = [
        (one.masculine, one.feminine)
        for one in named.values()
        if len(one.masculine.split()) != len(one.feminine.split())
    ]

    assert len(uneven) < 12, uneven


def test_the_tree_of_sectors_is_not_taken_for_the_directory(directory: Path) -> None:
    tree = SourceFile(path=directory / "unix_arborescence_secteur_activite_v460.json")

    with pytest.raises(UnparsableFileError, match="arborescence"):
        list(rome([tree], None))  # type: ignore[arg-type] # no source is looked at


def test_the_directory_gives_labels_only(content: Content, named: dict[str, Occupation]) -> None:
    assert all(one.known_by_code for one in named.values())
    assert not any(one.described or one.synonyms for one in named.values())
    for records in (content.passages, content.facts):
        assert not any(record.source_id == "rome" for record in records)
        assert not any(record.subject.startswith(CODE) for record in records)


def test_a_mere_title_has_no_vector_and_a_code_of_ours_has(content: Content) -> None:
    found = {entry.id for entry in content.entries if entry.shelf is Beside.NAMES}
    owners = [id_ for id_ in found if id_.startswith(CODE)]

    assert len(owners) > 1_500
    assert [id_ for id_ in owners if id_.count(":") > 1] == []


def test_a_code_of_the_directory_and_our_names_of_it_are_one_occupation(content: Content) -> None:
    ids = Counter(one.id for one in content.occupations)
    codes = [one for one in content.occupations if one.known_by_code and one.id.count(":") == 1]
    ours = {same for one in content.occupations for same in one.same_as if same.startswith(CODE)}

    assert ids.most_common(1)[0][1] == 1
    assert len(codes) == 1_584 - len(ours)
    assert not {one.id for one in codes} & ours
    assert all(one.described for one in codes)
