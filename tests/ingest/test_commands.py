"""`spro ingest`: a report when it works; otherwise which file, which line, and nothing changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.embedding.bundled.cache import default_cache
from corpus.store.versions import Versions
from ingest.commands import ProgressBars, run
from ingest.load.files import sha256
from ingest.pipeline import ingest

UNCHANGED = "La base de connaissances en service n'a pas changé."


@pytest.fixture
def sheet(samples: Path) -> Path:
    return samples / "souffleur.toml"


@pytest.fixture
def command(settings):
    """The command over the sources of the test, with the embedder of this machine."""

    def start(*, as_json=False, **changes):
        cache = changes.pop("cache", default_cache())
        return run(replace(settings, **changes), cache=cache, threads=1, as_json=as_json)

    return start


def test_a_run_prints_its_report_and_ends_with_0(add_source, sheet, command, settings, capsys):
    add_source(sheet=sheet)

    code = command()

    said = capsys.readouterr()
    version = Versions(settings.home).current()
    assert code == 0
    assert "essai (Éditeur d'essai, 2026-01)" in said.out
    assert said.out.endswith(f"Version {version} : mise en service\n")


def test_nothing_is_drawn_where_nobody_watches(add_source, sheet, command, capsys):
    add_source(sheet=sheet)

    command()

    assert capsys.readouterr().err == ""


def test_the_report_in_json_says_the_same(add_source, sheet, command, settings, capsys):
    add_source(sheet=sheet)

    assert command(as_json=True) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["version"] == Versions(settings.home).current()
    assert report["switched"]
    assert report["sources"][0]["occupations"] == 1


def test_a_second_run_says_there_is_nothing_new(add_source, sheet, command, capsys):
    add_source(sheet=sheet)
    command()
    capsys.readouterr()

    assert command() == 0

    assert "déjà en service, rien de nouveau" in capsys.readouterr().out


def break_toml(folder: Path) -> str:
    path = folder / "souffleur.toml"
    path.write_text('[sheet]\nid = "a"\nid = \n', encoding="utf-8")
    return f"{path}, ligne 3"


def break_field(folder: Path) -> str:
    path = folder / "souffleur.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('kind = "occupation"', 'kind = "poème"'), encoding="utf-8")
    return "sheet.kind"


def break_checksum(folder: Path) -> str:
    manifest = folder / "manifest.toml"
    text = manifest.read_text(encoding="utf-8").replace("*.*", "souffleur.toml")
    manifest.write_text(f'{text}sha256 = "{"0" * 64}"\n', encoding="utf-8")
    return f"{folder / 'souffleur.toml'} : sha256 attendu {'0' * 12}…, trouvé "


def break_manifest(folder: Path) -> str:
    manifest = folder / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("freshness_days", "fraicheur"), encoding="utf-8")
    return "source.fraicheur"


def lose_file(folder: Path) -> str:
    manifest = folder / "manifest.toml"
    text = manifest.read_text(encoding="utf-8").replace("*.*", "perdu.toml")
    manifest.write_text(text, encoding="utf-8")
    return str(folder / "perdu.toml")


BROKEN = [break_toml, break_field, break_checksum, break_manifest, lose_file]


@pytest.mark.parametrize("damage", BROKEN, ids=lambda f: f.__name__)
def test_a_wrong_file_is_named_with_its_place_and_the_run_ends_with_1(
    add_source, sheet, command, capsys, damage
):
    expected = damage(add_source(sheet=sheet))

    code = command()

    said = capsys.readouterr()
    assert code == 1
    assert said.out == ""
    assert said.err.startswith("Ingestion impossible. ")
    assert expected in said.err
    assert said.err.endswith(f"{UNCHANGED}\n")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("damage", BROKEN, ids=lambda f: f.__name__)
def test_a_run_that_fails_leaves_the_version_served(add_source, sheet, command, settings, damage):
    folder = add_source(sheet=sheet)
    command()
    served = Versions(settings.home).current()
    damage(folder)

    assert command() == 1

    assert served is not None
    assert Versions(settings.home).current() == served
    assert [path.name for path in (settings.home / "versions").iterdir()] == [served]


@pytest.fixture
def external(add_source, sheet):
    """Make a source whose only file is the sample among the open data."""
    manifest = add_source() / "manifest.toml"
    entry = f'external = "{sheet.name}"\nsha256 = "{sha256(sheet)}"'
    manifest.write_text(manifest.read_text("utf-8").replace('path = "*.*"', entry), "utf-8")


@pytest.mark.usefixtures("external")
def test_a_run_that_lacks_what_is_served_prints_its_report_and_ends_with_1(
    sheet, command, settings, capsys
):
    assert command(data=sheet.parent) == 0
    served = Versions(settings.home).current()
    capsys.readouterr()

    assert command() == 1

    said = capsys.readouterr().out
    assert f"absente : {sheet.name}" in said
    assert f"Version {served} : laissée en service." in said
    assert Versions(settings.home).current() == served


def test_without_any_source_the_run_fails_and_says_so(command, capsys):
    assert command() == 1

    assert "aucune source" in capsys.readouterr().err


def test_a_second_run_at_once_is_refused(add_source, sheet, command, settings, capsys):
    add_source(sheet=sheet)

    with Versions(settings.home).lock():
        assert command() == 1

    assert "déjà en cours" in capsys.readouterr().err


def test_an_embedder_that_cannot_be_prepared_ends_the_run(
    add_source, sheet, command, tmp_path, capsys
):
    add_source(sheet=sheet)
    (tmp_path / "cache").write_text("un fichier à la place du dossier", encoding="utf-8")

    assert command(cache=tmp_path / "cache") == 1

    assert "SPRO_CACHE" in capsys.readouterr().err


def test_a_home_that_is_no_folder_is_named(add_source, sheet, command, settings, capsys):
    add_source(sheet=sheet)
    settings.home.write_text("un fichier à la place du dossier", encoding="utf-8")

    assert command() == 1

    assert str(settings.home) in capsys.readouterr().err


def test_the_bars_know_every_step_a_run_tells(add_source, sheet, settings, embedder):
    add_source(sheet=sheet)

    with ProgressBars() as bars:
        ingest(settings, embedder, bars)

    finished = {task.description: task.finished for task in bars._bars.tasks if task.visible}
    assert finished
    assert all(finished.values())
