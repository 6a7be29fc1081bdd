"""A sample is kept thirty days; what is purged stands in no file any more."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from corpus.model.errors import InputError
from eval.live import retention
from eval.live.retention import lines_of, purge, sample_files


def raw(folder):
    """Every byte of every file of a folder, whatever its name."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def age(path, days, today):
    """Make a file as old as that."""
    then = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(days=days)
    os.utime(path, (then.timestamp(), then.timestamp()))


def test_a_line_expires_after_thirty_days(write, make_sample, today):
    folder = write(make_sample(ago=30), make_sample(ago=31))

    lines = list(lines_of(folder / "demo.jsonl"))

    assert [line.expired(today) for line in lines] == [False, True]


def test_a_purge_leaves_no_byte_of_an_old_line(write, make_sample, today):
    folder = write(make_sample(ago=31, message="vieux"), make_sample(ago=30, message="récent"))

    told = purge(folder, today)

    assert told == 1
    assert b"vieux" not in raw(folder)
    assert "récent".encode() in raw(folder)


def test_a_purge_keeps_the_other_lines_byte_for_byte(write, make_sample, today):
    folder = write(make_sample(ago=40), make_sample(2), make_sample(3), end='\n{"day": "2026-1')
    kept = (folder / "demo.jsonl").read_bytes().partition(b"\n")[2]

    purge(folder, today)

    assert (folder / "demo.jsonl").read_bytes() == kept


def test_a_file_left_empty_is_taken_away(write, make_sample, today):
    folder = write(make_sample(ago=31), make_sample(2, ago=90), name="demo/2026-10-01.jsonl")

    assert purge(folder, today) == 2
    assert sample_files(folder) == []
    assert raw(folder) == b""


def test_a_file_without_old_lines_is_not_written(write, make_sample, today):
    path = write(make_sample(ago=30)) / "demo.jsonl"
    before = path.stat().st_ino

    assert purge(path.parent, today) == 0
    assert path.stat().st_ino == before


def test_a_purge_cut_short_leaves_the_old_file_and_the_next_ends_it(
    write, make_sample, today, monkeypatch
):
    folder = write(make_sample(ago=31, message="vieux"), make_sample(ago=3))
    before = raw(folder)
    monkeypatch.setattr(retention, "flush", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        purge(folder, today)
    assert (folder / "demo.jsonl").read_bytes() == before
    monkeypatch.undo()

    assert purge(folder, today) == 1
    assert [path.name for path in folder.iterdir()] == ["demo.jsonl"]


def test_what_an_earlier_purge_left_behind_is_taken_away(write, make_sample, today):
    folder = write(make_sample())
    (folder / "demo.jsonl.new").write_text("reste d'une copie")

    assert purge(folder, today) == 0
    assert b"reste" not in raw(folder)


@pytest.mark.parametrize("line", ["pas du JSON", '{"day": 3}', "[]", '{"day": "hier"}', "{}"])
@pytest.mark.parametrize(("days", "purged"), [(30, 0), (31, 1)])
def test_a_line_without_day_is_as_old_as_its_file(tmp_path, today, line, days, purged):
    path = tmp_path / "demo.jsonl"
    path.write_text(line)
    age(path, days, today)

    assert purge(tmp_path, today) == purged
    assert path.exists() is not bool(purged)


def test_a_purge_does_not_make_a_file_younger(write, make_sample, today):
    path = write(make_sample(ago=40), end="\nillisible\n") / "demo.jsonl"
    age(path, 20, today)
    before = path.stat()

    purge(path.parent, today)

    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_mode == before.st_mode
    assert path.read_text() == "illisible\n"


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(InputError, match=r"absent\.jsonl"):
        list(lines_of(tmp_path / "absent.jsonl"))


def test_only_files_of_samples_are_touched(write, make_sample, today):
    folder = write(make_sample(ago=90), name="notes.txt")
    (folder / "dossier.jsonl").mkdir()

    assert purge(folder, today) == 0
    assert sample_files(folder / "absent") == []
