"""What is SQLite's own: the file, reading without writing, many readers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import OperationalError

from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError
from corpus.model.territory import Territory
from corpus.store.sql import BATCH, SqlRecords


def test_many_threads_read_at_once_what_was_written_before(tmp_path, make_passage):
    writer = SqlRecords(tmp_path / "records.sqlite")
    writer.passages.add(make_passage(str(i), id=str(i)) for i in range(BATCH + 1))
    writer.close()
    records = SqlRecords(tmp_path / "records.sqlite", read_only=True)

    with ThreadPoolExecutor(16) as pool:
        texts = list(pool.map(lambda i: records.passages.get([str(i)])[str(i)].text, range(BATCH)))

    records.close()
    assert texts == [str(i) for i in range(BATCH)]


def test_a_version_being_served_cannot_be_written(tmp_path, make_passage):
    SqlRecords(tmp_path / "records.sqlite").close()
    records = SqlRecords(tmp_path / "records.sqlite", read_only=True)

    with pytest.raises(OperationalError, match="readonly"):
        records.passages.add([make_passage()])

    records.close()


def test_every_passage_is_read_again_in_order(tmp_path, make_passage):
    records = SqlRecords(tmp_path / "records.sqlite")
    passages = [make_passage(f"Texte {i}.", id=str(9 - i)) for i in range(5)]

    records.passages.add(passages)

    assert list(records.passages.all()) == passages
    records.close()


def test_counts_tell_kinds_facts_and_registers(tmp_path, make_passage):
    records = SqlRecords(tmp_path / "records.sqlite")
    records.passages.add([make_passage(id=str(i), kind=Kind.SCHEME) for i in range(3)])
    records.register("territories", Territory).add([Territory(code="1", name="a", department="1")])

    assert records.counts() == {"scheme": 3, "territories": 1}
    records.close()


@pytest.mark.parametrize("content", [b"not a database" * 500, b""])
def test_an_unreadable_file_is_a_damaged_version(tmp_path, content):
    (tmp_path / "records.sqlite").write_bytes(content)
    records = SqlRecords(tmp_path / "records.sqlite", read_only=True)

    with pytest.raises(DamagedVersionError, match="illisible"):
        records.counts()

    records.close()


def test_a_folder_name_may_hold_any_character(tmp_path, make_passage):
    folder = tmp_path / "é ?#%20&x=1"
    folder.mkdir()
    records = SqlRecords(folder / "records.sqlite")
    records.passages.add([make_passage(id="a")])
    records.close()

    assert (folder / "records.sqlite").is_file()
