"""The documentation says what is there: settings, routes, commands, links, and a real answer."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from fastapi.routing import iter_route_contexts

import spro
from api.app import build_app
from api.schemas.reply import ChatReply, Outcome
from api.schemas.request import ChatRequest, ProfileIn
from api.service import Readiness
from api.settings import ApiSettings
from api.telling import answer
from api.terminal import render
from assistant.bootstrap import build_assistant
from assistant.question import Turn
from assistant.service import Assistant
from assistant.settings import ROOT, Settings
from assistant.wording import wording
from corpus.embedding.bundled.cache import default_cache
from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from corpus.model.document import Aspect
from corpus.model.errors import NoKnowledgeBaseError
from corpus.model.fact import Property
from corpus.store.knowledge_base import open_version
from corpus.store.versions import Versions
from ingest.connectors import CONNECTORS
from ingest.load.manifest import find_manifests, read_manifest
from ingest.pipeline import ingest
from ingest.report import Report, SourceReport
from ingest.settings import IngestSettings
from tests.conftest import copy_own_home

REPOSITORY = Path(__file__).parents[1]
SOURCES = (ROOT / "corpus" / "sources",)
PAGES = sorted(
    [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")],
    key=lambda page: page.relative_to(REPOSITORY).as_posix(),
)
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(<?([^)\s>]+)>?\)")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
ANSWER = re.compile(
    r'<!-- answer:begin -->\n```\n\$ make ask Q="(.+)"\n(.+?)\n```\n<!-- answer:end -->', re.DOTALL
)
FOR_USERS = [
    "README.md",
    *(f"docs/{name}.md" for name in ("use", "operate", "settings", "sources")),
]
COUNTED = {
    "documents": "fiche",
    "occupations": "métier",
    "questions": "question",
    "organisations": "organisme",
    "rules": "règle",
    "territories": "territoire",
}
ANSWERED_WITH = [*ChatRequest.model_fields, *ProfileIn.model_fields, *ChatReply.model_fields]


@cache
def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def row_of(page: str, key: str) -> list[str]:
    """The cells of the row that begins with `key`."""
    row = re.search(rf"^\| `{re.escape(key)}` \|(.*)\|$", text_of(page), re.MULTILINE)
    assert row, f"{page} has no row for {key}"
    return [cell.strip() for cell in row[1].split(" | ")]


def anchors(page: Path) -> set[str]:
    """The anchors a page's headings make."""
    headings = HEADING.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


class Nobody:
    """A service that answers nothing: routes are read, not called."""

    def responder(self):
        place = "nowhere"
        raise NoKnowledgeBaseError(place)

    def health(self):
        return Readiness(ready=False)


@pytest.fixture(scope="session")
def embedder() -> BundledEmbedder:
    return open_bundled(default_cache(), threads=2)


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    return copy_own_home(tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="session")
def report(home, embedder) -> Report:
    """What an ingestion of the repository's own records tells."""
    return ingest(IngestSettings(home=home, sources=SOURCES, only_local=True), embedder)


@pytest.fixture(scope="session")
def assistant(home, embedder, report) -> Iterator[Assistant]:
    folder = Versions(home).path(report.version)
    kb = open_version(folder, embedder.fingerprint, embedder.dimension)
    yield build_assistant(kb, embedder, Settings(home=home))
    kb.close()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_documented_with_its_default(name):
    default = Settings.model_fields[name].default
    shown = row_of("docs/settings.md", f"SPRO_{name.upper()}")[0]

    if default is not None and not isinstance(default, Path):
        told = default if isinstance(default, str) else json.dumps(default)
        assert shown == f"`{told}`"


def test_no_setting_is_documented_that_does_not_exist():
    known = {f"SPRO_{name.upper()}" for name in Settings.model_fields}
    named = {name for page in FOR_USERS for name in re.findall(r"SPRO_[A-Z_]+", text_of(page))}

    assert named <= known


def test_every_route_is_documented():
    app = build_app(Nobody(), ApiSettings())
    told = text_of("docs/use.md") + text_of("docs/operate.md")

    paths = {route.path for route in iter_route_contexts(app.routes)}
    assert {"/", "/v1/chat", "/readyz"} <= paths
    assert [path for path in paths if not re.search(rf"[` ]{re.escape(path)}[` ]", told)] == []


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_an_outcome_is_documented(outcome):
    assert row_of("docs/use.md", outcome)[0]


@pytest.mark.parametrize("field", dict.fromkeys(ANSWERED_WITH))
def test_a_field_of_the_call_is_documented(field):
    assert re.search(rf'[`"]{field}[`"]', text_of("docs/use.md"))


def test_every_command_is_documented():
    told = text_of("docs/use.md") + text_of("docs/operate.md")
    commands = [c.name or c.callback.__name__ for c in spro.app.registered_commands]

    assert "ask" in commands
    assert [name for name in commands if f"spro {name}" not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_a_make_target_named_in_a_page_exists(page):
    targets = set(re.findall(r"^([a-z]+):.*##", text_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE))

    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_relative_link_resolves(page):
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    broken = []
    for link in links:
        path, _, anchor = link.partition("#")
        there = (page.parent / path) if path else page
        lost = anchor and there.suffix == ".md" and there.is_file() and anchor not in anchors(there)
        if "://" not in link and (not there.exists() or lost):
            broken.append(link)

    assert broken == []


def test_the_index_names_every_page_for_readers():
    index = text_of("docs/README.md")
    pages = {page.name for page in (REPOSITORY / "docs").glob("*.md")} - {"README.md"}

    assert [name for name in sorted(pages) if f"]({name})" not in index] == []


def test_every_connector_is_documented():
    assert all(row_of("docs/sources.md", name) for name in CONNECTORS)


@pytest.mark.parametrize("names", [Aspect, Property], ids=lambda names: names.__name__)
def test_every_value_a_sheet_may_give_is_documented(names):
    listed = set(re.findall(r"\w+", text_of("docs/sources.md")))

    assert {name.value for name in names} <= listed


@pytest.mark.parametrize("path", find_manifests(SOURCES), ids=lambda path: path.parent.name)
def test_a_source_is_documented_as_its_manifest_describes_it(path):
    source = read_manifest(path, CONNECTORS).source
    _, connector, published, *_ = row_of("docs/sources.md", source.id)

    assert (connector, published) == (f"`{source.connector}`", source.published)


def test_what_a_source_holds_is_what_an_ingestion_counts(report):
    def holds(one: SourceReport) -> str:
        counts = {name: getattr(one, field) for field, name in COUNTED.items()}
        return ", ".join(f"{n} {name}{'s' * (n > 1)}" for name, n in counts.items() if n)

    for one in report.sources:
        if not one.absent:
            assert row_of("docs/sources.md", one.id)[-1] == holds(one)


def test_the_answer_of_the_readme_is_the_one_given(assistant):
    question, shown = ANSWER.search(text_of("README.md")).groups()

    reply = answer(assistant, Turn(text=question))

    assert render(reply, wording()) == shown
