"""The two real files, when they are beside the repository: their traps, read right."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.model.document import Aspect
from ingest.collect import collect
from ingest.content import Content
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
