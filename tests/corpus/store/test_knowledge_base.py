"""A version is written, sealed, opened; whatever is missing or inconsistent is refused."""

import json
import shutil
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError, FingerprintError
from corpus.model.territory import Territory
from corpus.model.unanswerable import Beyond, Unanswerable
from corpus.store.knowledge_base import create, in_memory, is_sound, open_version, seal
from corpus.store.ports import Beside, shelved

DIMENSION = 8
BUILT = "2026-11-20T10:00:00+00:00"
COUNTS = {"scheme": 3, "asked": 2, "unanswerable": 1, "territories": 1, "beyond": 1, "facts": 0}
BEYOND = Unanswerable(id="small_talk:0", kind=Beyond.SMALL_TALK, text="coucou")


@pytest.fixture(scope="module")
def vectors():
    rows = np.random.default_rng(2).normal(size=(3, DIMENSION))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def _fill(kb, make_passage, vectors):
    passages = [make_passage(f"plombier {i}", id=str(i), kind=Kind.SCHEME) for i in range(3)]
    kb.passages.add(passages)
    kb.words.add(passages)
    kb.vectors.add(Kind.SCHEME, [p.id for p in passages], vectors)
    kb.vectors.add(Beside.ASKED, [shelved("0", 0), shelved("0", 1)], vectors[:2])
    kb.vectors.add(Beside.UNANSWERABLE, ["small_talk:0"], vectors[2:])
    kb.beyond.add([BEYOND])
    kb.territories.add([Territory(code="76540", name="Rouen", department="76")])


@pytest.fixture
def folder(tmp_path, make_passage, vectors):
    """A finished version, with three passages."""
    path = tmp_path / "v1"
    kb = create(path, "v1", "e5/1", DIMENSION, BUILT)
    _fill(kb, make_passage, vectors)
    seal(kb, path, COUNTS)
    kb.close()
    return path


def test_a_sealed_version_opens_with_all_it_held(folder, vectors):
    kb = open_version(folder, "e5/1", DIMENSION)

    assert (kb.version, kb.fingerprint, kb.built) == ("v1", "e5/1", BUILT)
    assert set(kb.passages.get(["0", "1", "2"])) == {"0", "1", "2"}
    assert kb.words.search("plombier 1", list(Kind), 1)[0].id == "1"
    assert kb.vectors.search(vectors[2], list(Kind), 1)[0].id == "2"
    assert [s.id for s in kb.vectors.search(vectors[1], [Beside.ASKED], 1)] == ["0?1"]
    assert [t.name for t in kb.territories.all()] == ["Rouen"]
    assert list(kb.beyond.all()) == [BEYOND]
    kb.close()


def test_the_same_version_can_be_open_twice(folder, vectors):
    first, second = (open_version(folder, "e5/1", DIMENSION) for _ in range(2))
    first.close()

    assert second.vectors.search(vectors[0], list(Kind), 1)[0].id == "0"
    second.close()


def test_a_version_takes_a_new_folder(folder):
    with pytest.raises(FileExistsError):
        create(folder, "v1", "e5/1", DIMENSION, BUILT)


def test_an_unsealed_version_is_damaged(folder):
    (folder / "version.json").unlink()

    with pytest.raises(DamagedVersionError, match="inachevée"):
        open_version(folder, "e5/1", DIMENSION)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": "v1"}'])
def test_an_unreadable_seal_is_damaged(folder, content):
    (folder / "version.json").write_text(content, encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="illisible"):
        open_version(folder, "e5/1", DIMENSION)


@pytest.mark.parametrize(
    "changes",
    [
        *({"scheme": 4}, {"facts": 1}, {"occupations": 2}, {"beyond": 0}, {"beyond": 2}),
        *({"asked": 1}, {"asked": 3}, {"names": 1}, {"unanswerable": 0}),
    ],
    ids=str,
)
def test_a_count_that_does_not_hold_is_damaged(folder, changes):
    written = json.loads((folder / "version.json").read_text(encoding="utf-8"))
    written["counts"] |= changes
    (folder / "version.json").write_text(json.dumps(written), encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="attendu"):
        open_version(folder, "e5/1", DIMENSION)


def test_a_shelf_nothing_was_said_of_must_be_empty(folder):
    written = json.loads((folder / "version.json").read_text(encoding="utf-8"))
    del written["counts"]["asked"]
    (folder / "version.json").write_text(json.dumps(written), encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="vectors"):
        open_version(folder, "e5/1", DIMENSION)


def test_another_layout_is_damaged(folder):
    written = json.loads((folder / "version.json").read_text(encoding="utf-8"))
    (folder / "version.json").write_text(json.dumps(written | {"schema": 1}), encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="format 1"):
        open_version(folder, "e5/1", DIMENSION)


@pytest.mark.parametrize("name", ["records.sqlite", "vectors", "words"])
def test_a_missing_store_is_damaged(folder, name):
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    with pytest.raises(DamagedVersionError, match="absent"):
        open_version(folder, "e5/1", DIMENSION)


def test_an_unreadable_store_is_damaged_and_nothing_stays_open(folder):
    (folder / "records.sqlite").write_bytes(b"not a database" * 500)

    with pytest.raises(DamagedVersionError, match="illisible"):
        open_version(folder, "e5/1", DIMENSION)


def test_passages_without_their_vectors_are_damaged(tmp_path, make_passage):
    kb = create(tmp_path / "v1", "v1", "e5/1", DIMENSION, BUILT)
    passage = make_passage(kind=Kind.SCHEME)
    kb.passages.add([passage])
    kb.words.add([passage])
    seal(kb, tmp_path / "v1", {"scheme": 1})
    kb.close()

    with pytest.raises(DamagedVersionError, match="vectors"):
        open_version(tmp_path / "v1", "e5/1", DIMENSION)


def test_a_finished_version_is_sound_and_looking_at_it_touches_nothing(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    assert is_sound(folder)

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


FILES = ["version.json", "records.sqlite", "vectors/chroma.sqlite3", "words/meta.json"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"not what was written" * 500])
def test_a_version_with_a_spoilt_file_is_not_sound(folder, name, content):
    (folder / name).write_bytes(content)

    assert not is_sound(folder)


@pytest.mark.parametrize("name", ["records.sqlite", "vectors/chroma.sqlite3"])
def test_a_version_with_a_spoilt_page_is_not_sound(folder, name):
    content = (folder / name).read_bytes()
    spoilt = bytes(b ^ 0xFF for b in content[8192:12288])
    (folder / name).write_bytes(content[:8192] + spoilt + content[12288:])

    assert not is_sound(folder)


def test_a_file_another_process_holds_is_not_called_damaged(folder):
    with closing(sqlite3.connect(folder / "vectors/chroma.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")

        assert is_sound(folder)


@pytest.mark.parametrize(("fingerprint", "dimension"), [("e5/2", 8), ("e5/1", 9)])
def test_another_embedder_is_refused(folder, fingerprint, dimension):
    with pytest.raises(FingerprintError, match="relancer l'ingestion"):
        open_version(folder, fingerprint, dimension)


def test_in_memory_it_does_the_same_and_leaves_nothing(make_passage, vectors):
    kb = in_memory("e5/1", DIMENSION)

    _fill(kb, make_passage, vectors)

    assert list(kb.beyond.all()) == [BEYOND]
    assert kb.words.search("plombier 1", list(Kind), 1)[0].id == "1"
    assert kb.vectors.search(vectors[2], list(Kind), 1)[0].id == "2"
    kb.close()
