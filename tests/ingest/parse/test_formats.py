from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model.errors import InputError, MissingFileError, UnparsableFileError
from ingest.parse import json, toml, xml

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x "boum"><!ENTITY y "&x;&x;&x;&x;">]>
<a><b>&y;</b></a>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<a><b>&x;</b></a>"""


def _read_xml(path: Path) -> list[str | None]:
    return [element.text for element in xml.elements(path.read_bytes(), path, "b")]


READERS = {"xml": _read_xml, "json": json.read, "toml": toml.read}

BAD = [
    pytest.param("xml", b"", "fichier vide", id="empty xml"),
    pytest.param("json", b" \n", "fichier vide", id="blank json"),
    pytest.param("toml", b"", "fichier vide", id="empty toml"),
    pytest.param("xml", b"\x89PNG\x00\xff", "ligne 1", id="binary xml"),
    pytest.param("json", b"[1,\n\xff]", "ligne 2", id="binary json"),
    pytest.param("toml", b"a = 1\n\xff", "ligne 2", id="binary toml"),
    pytest.param("xml", b"<a>\n<b>oui</b>\n</c>", "ligne 3", id="broken xml"),
    pytest.param("xml", b"<a>\n<b>oui", "ligne 2", id="cut xml"),
    pytest.param("json", b'[1,\n{"a" 2}]', "ligne 2, colonne 6", id="broken json"),
    pytest.param("toml", b"a = 1\nb = \nc = 3", "ligne 2", id="broken toml"),
    pytest.param("toml", b"a = 1\na = 2", "ligne 2", id="repeated key"),
    pytest.param("toml", b"[a", "ligne 1", id="cut toml"),
    pytest.param("xml", b"<a><b>\x01</b></a>", "ligne 1", id="control character in xml"),
    pytest.param("json", b'["\x01"]', "ligne 1", id="control character in json"),
    pytest.param("toml", b'a = "\x01"', "ligne 1", id="control character in toml"),
    pytest.param("json", b"[NaN]", "NaN", id="not a json value"),
    pytest.param("json", b'["\\ud800"]', "coup", id="half a character"),
    pytest.param("json", b"[" * 100_000, "JSON", id="too deep"),
    pytest.param("xml", BOMB, "entités", id="xml bomb"),
    pytest.param("xml", OUTSIDE, "entités", id="external entity"),
    pytest.param("xml", b"<a><c/></a>", "aucun élément <b>", id="another schema"),
]


@pytest.mark.parametrize(("form", "content", "told"), BAD)
def test_a_bad_file_is_named_with_the_place(
    form: str, content: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / f"fichier.{form}"
    path.write_bytes(content)

    with pytest.raises(UnparsableFileError) as caught:
        READERS[form](path)

    assert f"fichier.{form}" in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize("read", [json.read, toml.read])
def test_a_missing_file_is_named(read: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="absent"):
        read(tmp_path / "absent")


def test_elements_come_one_by_one_with_their_text(tmp_path: Path) -> None:
    found = [e.text for e in xml.elements(b"<a><b>un</b><c/><b>deux</b></a>", tmp_path, "b")]

    assert found == ["un", "deux"]


def test_a_document_type_without_entities_is_accepted(tmp_path: Path) -> None:
    data = b'<!DOCTYPE a SYSTEM "absent.dtd"><a><b>un</b></a>'

    assert [e.text for e in xml.elements(data, tmp_path, "b")] == ["un"]


def test_a_byte_order_mark_is_not_content(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": "\\ud83d\\ude00"}')

    assert json.read(path) == {"a": "😀"}


def test_every_parse_error_is_an_input_error() -> None:
    assert issubclass(UnparsableFileError, InputError)
