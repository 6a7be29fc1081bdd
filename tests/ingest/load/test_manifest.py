from pathlib import Path

import pytest

from corpus.model.errors import ManifestError
from ingest.load.manifest import find_manifests, read_manifest

GOOD = """
[source]
id = "essai"
title = "Titre"
publisher = "Éditeur"
licence = "Licence Ouverte 2.0"
connector = "records"
published = "2024-06"
retrieved = 2026-11-20
freshness_days = 30
authority = 0.5
territory = "Normandie"

[[file]]
path = "*.toml"

[[file]]
external = "dossier/fichier.zip"
sha256 = "{digest}"
""".format(digest="a" * 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "manifest.toml"


def test_a_good_manifest_gives_its_source_and_files(path: Path) -> None:
    path.write_text(GOOD, "utf-8")

    manifest = read_manifest(path, {"records"})

    assert (manifest.source.id, manifest.source.authority) == ("essai", 0.5)
    assert manifest.source.retrieved.isoformat() == "2026-11-20"
    assert [entry.external for entry in manifest.entries] == [False, True]
    assert manifest.external


WRONG = [
    pytest.param('title = "Titre"', "", "source.title", id="missing field"),
    pytest.param('"2024-06"', '"juin"', "source.published", id="not a date"),
    pytest.param('"2024-06"', '"2024-13"', "source.published", id="no such month"),
    pytest.param("2026-11-20", '"2026"', "source.retrieved", id="partial date"),
    pytest.param("retrieved = 2026-11-20", "", "source.retrieved", id="no retrieval date"),
    pytest.param('published = "2024-06"', "", "source.published", id="no publication date"),
    pytest.param("= 30", "= -1", "source.freshness_days", id="negative"),
    pytest.param("= 30", "= true", "source.freshness_days", id="not a number"),
    pytest.param("= 0.5", "= 2", "source.authority", id="out of range"),
    pytest.param('"records"', '"inconnu"', "source.connector", id="unknown connector"),
    pytest.param('"essai"', '"Un Essai"', "source.id", id="unfit id"),
    pytest.param("authority", "autorite", "source.autorite", id="unknown field"),
    pytest.param("[[file]]\npath", "[extra]\npath", "extra", id="unknown table"),
    pytest.param('"*.toml"', '"/etc/passwd"', "file[1].path", id="absolute path"),
    pytest.param('path = "*.toml"', "", "file[1].path", id="neither path nor external"),
    pytest.param("a" * 64, "a" * 63, "file[2].sha256", id="short checksum"),
    pytest.param(f'sha256 = "{"a" * 64}"', "", "file[2].sha256", id="no checksum"),
    pytest.param('"Titre"', "[]", "source.title", id="not a text"),
    pytest.param("[source]", "[source", "ligne 2", id="broken TOML"),
]


@pytest.mark.parametrize(("old", "new", "place"), WRONG)
def test_a_wrong_field_is_named_with_its_file(path: Path, old: str, new: str, place: str) -> None:
    path.write_text(GOOD.replace(old, new, 1), "utf-8")

    with pytest.raises(ManifestError) as caught:
        read_manifest(path, {"records"})

    assert str(path) in str(caught.value)
    assert place in str(caught.value)


def test_every_wrong_field_is_told_at_once(path: Path) -> None:
    path.write_text('[source]\nid = "essai"\ncouleur = "bleu"\n', "utf-8")

    with pytest.raises(ManifestError) as caught:
        read_manifest(path, {"records"})

    told = str(caught.value)
    assert all(name in told for name in ("title", "licence", "retrieved", "couleur", "file"))


def test_manifests_are_found_one_folder_down_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b", "a", "sans"):
        (tmp_path / name).mkdir()
    for name in ("b", "a"):
        (tmp_path / name / "manifest.toml").touch()

    found = find_manifests([tmp_path])

    assert [path.parent.name for path in found] == ["a", "b"]
