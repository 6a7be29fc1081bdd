"""The records as read from their files, and how French spells their figures."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.collect import collect
from ingest.content import Content
from ingest.progress import Silent
from ingest.report import SourceReport
from ingest.settings import IngestSettings

SOURCES = Path(__file__).parents[3] / "corpus" / "sources"
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def _spellings(value: str) -> tuple[str, ...]:
    """Return French spellings of a value: grouped thousands, decimal comma, dates in words."""
    if date := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value):
        year, month, day = date.groups()
        name = f"{MONTHS[int(month) - 1]} {year}"
        return (name if day is None else f"{'1er' if day == '01' else int(day)} {name}",)
    if re.fullmatch(r"\d+(\.\d+)?", value):
        whole, _, decimals = value.partition(".")
        grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", " ", whole)
        return (f"{grouped},{decimals}",) if decimals else (grouped, whole)
    return (value,)


def _stands(text: str, quote: str) -> bool:
    whole = rf"(?<![\d,]){re.escape(text)}(?!\d|,\d| \d{{3}})"
    return re.search(whole, quote, re.IGNORECASE) is not None


@pytest.fixture(scope="session")
def says() -> Callable[[str, str], bool]:
    """Whether a quote holds a machine value, both ends of a range, as French writes it."""
    return lambda quote, value: all(
        any(_stands(spelling, quote) for spelling in _spellings(part)) for part in value.split("..")
    )


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the sources."""
    return SOURCES


@pytest.fixture(scope="session")
def sheets() -> dict[str, dict]:
    """Every sheet, by `folder/file`."""
    return {
        f"{path.parts[-3]}/{path.stem}": tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCES.glob("spro_*/sheets/*.toml"))
    }


@pytest.fixture(scope="session")
def occupations(sheets) -> dict[str, dict]:
    """The sheets of occupations."""
    return {name: sheet for name, sheet in sheets.items() if "occupation" in sheet}


@pytest.fixture(scope="session")
def statements(sheets) -> list[tuple[str, dict]]:
    """Every statement with the name of its sheet."""
    return [(name, one) for name, sheet in sheets.items() for one in sheet["statement"]]


@pytest.fixture(scope="session")
def facts(statements) -> list[tuple[str, dict, dict]]:
    """Every typed fact with its sheet's name and its statement."""
    return [(name, one, fact) for name, one in statements for fact in one.get("fact", ())]


@pytest.fixture(scope="session")
def asked() -> list[tuple[str, str, str, str]]:
    """Every question of ours: file, subject, statement it is asked of, and itself."""
    return [
        (path.stem, table["subject"], one["statement"], question)
        for path in sorted(SOURCES.glob("spro_questions/questions/*.toml"))
        for table in [tomllib.loads(path.read_text(encoding="utf-8"))]
        for one in table["asked"]
        for question in one["questions"]
    ]


@pytest.fixture(scope="session")
def unanswerable() -> list[str]:
    """Every message of ours that no record answers."""
    return [
        message
        for path in sorted(SOURCES.glob("spro_unanswerable/messages/*.toml"))
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["unanswerable"]
        for message in one["messages"]
    ]


@pytest.fixture(scope="session")
def named() -> list[tuple[str, dict]]:
    """Every occupation of the national directory under our names, with its file."""
    return [
        (path.stem, one)
        for path in sorted(SOURCES.glob("spro_names/names/*.toml"))
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["occupation"]
    ]


@pytest.fixture(scope="session")
def content_and_reports() -> tuple[Content, dict[str, SourceReport]]:
    """What our own records give without the open data, and what is told of each source."""
    settings = IngestSettings(home=SOURCES / "nowhere", sources=(SOURCES,), only_local=True)
    content, reports = collect(settings, Silent())
    return content, {report.id: report for report in reports}


@pytest.fixture(scope="session")
def content(content_and_reports) -> Content:
    """What our own records give without the open data."""
    return content_and_reports[0]


@pytest.fixture(scope="session")
def reports(content_and_reports) -> dict[str, SourceReport]:
    """What is told of each source when it is read without the open data, by id."""
    return content_and_reports[1]


@pytest.fixture(scope="session")
def territories() -> list[dict]:
    """The places, as their file lists them."""
    text = (SOURCES / "spro_territory" / "territories.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["territory"]
