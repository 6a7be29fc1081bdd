import zipfile
from pathlib import Path

import pytest

from corpus.model.errors import UnparsableFileError
from ingest.load.archive import Limits, read_only_member


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.zip"


def _zip(path: Path, **members: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def test_the_one_member_with_the_suffix_is_read(path: Path) -> None:
    _zip(path, **{"lisez-moi.txt": b"x", "fiches.xml": b"<a/>"})

    assert read_only_member(path, ".xml") == b"<a/>"


def test_two_candidates_are_refused(path: Path) -> None:
    _zip(path, **{"a.xml": b"x", "b.xml": b"y"})

    with pytest.raises(UnparsableFileError, match="2 là"):
        read_only_member(path, ".xml")


def test_a_bomb_is_refused_before_it_is_opened(path: Path) -> None:
    _zip(path, **{"a.xml": b"0" * 5_000_000})

    with pytest.raises(UnparsableFileError, match=r"a\.xml.*anormalement compressé"):
        read_only_member(path, ".xml")


def test_a_content_too_large_is_refused(path: Path) -> None:
    _zip(path, **{"a.xml": b"abc"})

    with pytest.raises(UnparsableFileError, match="trop grande"):
        read_only_member(path, ".xml", Limits(expanded=2))


def test_too_many_members_are_refused(path: Path) -> None:
    _zip(path, **{f"{number}.xml": b"x" for number in range(3)})

    with pytest.raises(UnparsableFileError, match="trop de fichiers"):
        read_only_member(path, ".xml", Limits(members=2))


@pytest.mark.parametrize("name", ["../dehors.xml", "/dehors.xml", "a\\..\\..\\dehors.xml"])
def test_a_member_that_leaves_the_archive_is_refused(path: Path, name: str) -> None:
    _zip(path, **{name: b"x"})

    with pytest.raises(UnparsableFileError, match="sort de l'archive"):
        read_only_member(path, ".xml")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 pas un zip", b"\x00" * 100])
def test_what_is_not_an_archive_is_named(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(UnparsableFileError, match=r"archive\.zip"):
        read_only_member(path, ".xml")


def test_a_damaged_member_is_told(path: Path) -> None:
    _zip(path, **{"a.xml": bytes(range(256)) * 40})
    data = bytearray(path.read_bytes())
    data[60:80] = b"\xff" * 20
    path.write_bytes(data)

    with pytest.raises(UnparsableFileError, match="illisible"):
        read_only_member(path, ".xml")


def test_an_encrypted_member_is_refused(path: Path) -> None:
    _zip(path, **{"a.xml": b"<a/>"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(UnparsableFileError, match="chiffré"):
        read_only_member(path, ".xml")
