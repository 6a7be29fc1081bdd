import os
import time
from pathlib import Path

import pytest

from corpus.embedding.bundled.cache import CheckedFile, default_cache
from corpus.model.errors import EmbeddingError


def a_file(folder: Path) -> CheckedFile:
    return CheckedFile(folder=folder, stem="model", suffix=".bin")


def write_content(target: Path) -> None:
    target.write_bytes(b"content")


def refuse(target: Path) -> None:
    pytest.fail(f"{target} should not be made again")


def test_a_file_is_made_once(tmp_path: Path) -> None:
    made = a_file(tmp_path).get(write_content)

    assert a_file(tmp_path).get(refuse) == made
    assert made.read_bytes() == b"content"


@pytest.mark.parametrize("damage", [b"", b"cont", b"contenT", b"content and more"])
def test_an_altered_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    a_file(tmp_path).get(write_content).write_bytes(damage)

    again = a_file(tmp_path).get(write_content)

    assert again.read_bytes() == b"content"
    assert list(tmp_path.iterdir()) == [again]


def test_a_failed_writing_leaves_nothing(tmp_path: Path) -> None:
    def fail(target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(EmbeddingError, match="No space left"):
        a_file(tmp_path).get(fail)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")

    with pytest.raises(EmbeddingError, match="SPRO_CACHE"):
        a_file(tmp_path / "taken").get(write_content)


def test_what_a_killed_process_left_is_swept_after_an_hour(tmp_path: Path) -> None:
    old, recent = tmp_path / "old.partial", tmp_path / "recent.partial"
    for path in (old, recent):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))

    a_file(tmp_path).get(write_content)

    assert not old.exists()
    assert recent.exists()


def test_the_cache_follows_the_desktop_convention(tmp_path: Path) -> None:
    assert default_cache({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "spro"
    assert default_cache({}) == Path.home() / ".cache" / "spro"
