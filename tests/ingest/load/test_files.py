from datetime import date
from pathlib import Path

import pytest

from corpus.model.errors import ChecksumError, ManifestError, MissingFileError
from corpus.model.source import Source
from ingest.load.files import find, sha256
from ingest.load.manifest import FileEntry, Manifest


@pytest.fixture
def source() -> Source:
    return Source(
        id="essai",
        title="Essai",
        publisher="Éditeur",
        licence="Licence Ouverte 2.0",
        connector="records",
        published="2026",
        retrieved=date(2026, 11, 20),
        freshness_days=30,
    )


def _manifest(source: Source, folder: Path, path: str, **changes: object) -> Manifest:
    values = {"path": path, "external": False, "sha256": None, "where": "file[1]", **changes}
    folder.mkdir(exist_ok=True)
    (folder / "manifest.toml").touch()
    entry = FileEntry(**values)
    return Manifest(path=folder / "manifest.toml", source=source, entries=(entry,))


def test_a_pattern_finds_its_files_but_not_the_manifest(source: Source, tmp_path: Path) -> None:
    manifest = _manifest(source, tmp_path, "*.toml")
    for name in ("b.toml", "a.toml", "autre.txt"):
        (tmp_path / name).touch()

    found = find(manifest, None)

    assert [file.name for file in found.files] == ["a.toml", "b.toml"]


def test_a_missing_file_is_named(source: Source, tmp_path: Path) -> None:
    manifest = _manifest(source, tmp_path, "absent.toml")

    with pytest.raises(MissingFileError, match=r"absent\.toml"):
        find(manifest, None)


def test_a_wrong_checksum_names_the_file(source: Source, tmp_path: Path) -> None:
    manifest = _manifest(source, tmp_path, "a.toml", sha256="0" * 64)
    (tmp_path / "a.toml").write_text("x = 1")

    with pytest.raises(ChecksumError, match=r"a\.toml"):
        find(manifest, None)


def test_a_right_checksum_is_accepted(source: Source, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    manifest = _manifest(source, tmp_path, "a.toml", sha256=sha256(tmp_path / "a.toml"))

    assert len(find(manifest, None).files) == 1


@pytest.mark.parametrize("external", [False, True])
def test_a_path_may_not_leave_its_folder(source: Source, tmp_path: Path, external: bool) -> None:  # noqa: FBT001 # pytest passes it by name
    (tmp_path / "secret.toml").touch()
    manifest = _manifest(source, tmp_path / "dedans", "../secret.toml", external=external)

    with pytest.raises(ManifestError, match=r"file\[1\]"):
        find(manifest, tmp_path / "dedans")


def test_a_link_found_by_a_pattern_may_not_leave_the_folder(source: Source, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").touch()
    manifest = _manifest(source, tmp_path / "dedans", "*.toml")
    (tmp_path / "dedans" / "lien.toml").symlink_to(tmp_path / "secret.toml")

    with pytest.raises(ManifestError, match=r"lien\.toml sort du dossier"):
        find(manifest, None)


def test_a_link_within_the_folder_is_followed(source: Source, tmp_path: Path) -> None:
    manifest = _manifest(source, tmp_path, "*.txt")
    (tmp_path / "a.md").touch()
    (tmp_path / "lien.txt").symlink_to(tmp_path / "a.md")

    assert [file.name for file in find(manifest, None).files] == ["lien.txt"]


def test_an_external_file_that_is_not_there_is_absent_not_an_error(
    source: Source, tmp_path: Path
) -> None:
    manifest = _manifest(source, tmp_path, "gros.zip", external=True, sha256="0" * 64)

    without_folder, without_file = find(manifest, None), find(manifest, tmp_path)

    assert without_folder.absent == without_file.absent == ("gros.zip",)


def test_an_external_file_is_found_and_checked(source: Source, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "gros.zip").write_bytes(b"x")
    digest = sha256(data / "gros.zip")
    manifest = _manifest(source, tmp_path / "ici", "gros.zip", external=True, sha256=digest)

    found = find(manifest, data)

    assert [file.path for file in found.files] == [data / "gros.zip"]
