"""`spro search`: what is printed, what is refused, what it opens."""

import json
import shutil

import pytest
from typer.testing import CliRunner

import spro
from api.commands import search
from api.schemas.search import SearchExplained
from assistant.settings import ROOT
from corpus.embedding.bundled.cache import default_cache
from corpus.embedding.bundled.embedder import open_bundled
from ingest.pipeline import ingest
from ingest.settings import IngestSettings

pytestmark = pytest.mark.usefixtures("environment")

RECORDS = ROOT / "corpus" / "sources" / "spro_occupations"
QUESTION = "Comment devenir maçonne ?"


@pytest.fixture(scope="session")
def one_sheet(tmp_path_factory):
    """A home that serves the sheet of masons alone."""
    home = tmp_path_factory.mktemp("one-sheet")
    source = home / "sources" / RECORDS.name
    (source / "sheets").mkdir(parents=True)
    shutil.copy(RECORDS / "manifest.toml", source)
    shutil.copy(RECORDS / "sheets" / "macon.toml", source / "sheets")
    embedder = open_bundled(default_cache(), threads=2)
    ingest(IngestSettings(home=home, sources=(home / "sources",)), embedder)
    return home


@pytest.fixture
def at_home(environment, one_sheet):
    environment.setenv("SPRO_HOME", str(one_sheet))


def run(*arguments):
    """Run the command line as a person types it."""
    return CliRunner().invoke(spro.app, ["search", *arguments])


@pytest.mark.usefixtures("at_home")
def test_passages_are_printed_with_their_reasons(capsys):
    code = search(QUESTION, kind=None, limit=2, as_json=False)

    said = capsys.readouterr()
    text = said.out.replace("\u00a0", " ")
    assert (code, said.err) == (0, "")
    assert text.startswith(f"Recherché : « {QUESTION} »\nCompris : métier nommé « maçon, maçonne »")
    assert "1. [métier] Maçon, maçonne" in text
    assert "1er par les mots" in text
    assert "par le sens" in text
    assert "\n3. " not in text


@pytest.mark.usefixtures("at_home")
def test_in_json_it_is_the_explained_reply_of_the_contract(capsys):
    code = search(QUESTION, kind="occupation", limit=1, as_json=True)

    reply = SearchExplained.model_validate_json(capsys.readouterr().out)
    assert code == 0
    assert reply.query == QUESTION
    assert [one.kind for one in reply.results] == ["occupation"]
    assert reply.results[0].signals


@pytest.mark.usefixtures("at_home")
def test_a_kind_the_base_does_not_hold_gives_no_passage(capsys):
    assert search(QUESTION, kind="certification", limit=10, as_json=False) == 0
    assert "Aucun passage." in capsys.readouterr().out


@pytest.mark.usefixtures("at_home")
def test_it_is_asked_as_typed():
    done = run(QUESTION, "--kind", "occupation", "--limit", "1", "--json")

    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["results"]) == 1


@pytest.mark.parametrize(
    ("question", "options", "told"),
    [
        ("BTS", {"kind": "metier"}, "kind : valeur hors de la liste admise (occupation,"),
        ("BTS", {"limit": 0}, "limit : nombre trop petit, au moins 1"),
        ("BTS", {"limit": 51}, "limit : nombre trop grand, au plus 50"),
        ("", {}, "q : texte attendu"),
        ("?!", {}, "q : écrivez au moins une lettre ou un chiffre"),
        ("a\ud800", {}, "q : texte Unicode valide attendu"),
        ("a\0", {}, "q"),
        ("é" * 2_001, {}, "2001 caractères, la limite est de 2000"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_is_named(capsys, question, options, told):
    code = search(question, **{"kind": None, "limit": 10, "as_json": False} | options)

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert told in said.err.replace("\u00a0", " ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "arguments", [(), ("deux", "questions"), ("?", "--inconnu"), ("BTS", "--limit", "dix")]
)
def test_wrong_use_ends_with_2(arguments):
    assert run(*arguments).exit_code == 2


def test_help_says_in_french_what_it_does():
    done = run("--help")

    assert done.exit_code == 0
    assert "Montrer les passages trouvés" in done.stdout


def test_a_base_that_cannot_be_opened_ends_with_1(tmp_path, capsys):
    (tmp_path / "home").write_text("un fichier à la place du dossier", encoding="utf-8")

    assert search(QUESTION, kind=None, limit=1, as_json=False) == 1
    assert str(tmp_path / "home") in capsys.readouterr().err


def test_a_first_version_that_cannot_be_built_ends_the_command(environment, tmp_path, capfd):
    (tmp_path / "cache").write_text("un fichier à la place du dossier", encoding="utf-8")
    environment.setenv("SPRO_CACHE", str(tmp_path / "cache"))

    code = search(QUESTION, kind=None, limit=1, as_json=False)

    said = capfd.readouterr()
    assert (code, said.out) == (1, "")
    assert "Ingestion impossible" in said.err
