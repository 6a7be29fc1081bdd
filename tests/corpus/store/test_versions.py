"""The pointer is the old one or the new one, whatever happens; erased versions leave the disk."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model.errors import DamagedVersionError, StoreError
from corpus.store.seal import Seal, is_sealed, write_seal
from corpus.store.versions import Versions

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def versions(tmp_path):
    """Versions of which nothing but the seal was written."""
    return Versions(tmp_path / "home", opens=is_sealed)


def _damaged(versions: Versions, *names: str) -> Versions:
    return replace(versions, opens=lambda path: is_sealed(path) and path.name not in names)


def _finish(versions: Versions, *names: str) -> None:
    for name in names:
        versions.path(name).mkdir(parents=True)
        write_seal(versions.path(name), Seal(version=name, fingerprint="e5/1", built="2026-11-20"))


def _publish(versions: Versions, *names: str) -> None:
    _finish(versions, *names)
    for name in names:
        versions.publish(name)


def _run(code: str, home: Path) -> subprocess.Popen[str]:
    lines = ["import os, signal, sys", "from pathlib import Path"]
    lines += ["from corpus.store.versions import Versions, is_sealed"]
    lines += [f"v = Versions(Path({str(home)!r}), opens=is_sealed)"]
    return subprocess.Popen(
        [sys.executable, "-c", "\n".join([*lines, code])],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_nothing_is_served_before_the_first_publication(versions):
    assert versions.current() is None
    assert versions.previous() is None


def test_the_published_version_is_current_and_the_one_before_previous(versions):
    _publish(versions, "v1", "v2")

    assert (versions.current(), versions.previous()) == ("v2", "v1")


def test_publishing_the_current_version_again_changes_nothing(versions):
    _publish(versions, "v1", "v2")

    versions.publish("v2")

    assert (versions.current(), versions.previous()) == ("v2", "v1")


def test_an_unfinished_version_is_not_published(versions):
    versions.path("v1").mkdir(parents=True)

    with pytest.raises(DamagedVersionError, match="inachevée"):
        versions.publish("v1")

    assert versions.current() is None


@pytest.mark.parametrize("name", ["", "../v1", "a/b", ".hidden", "a\nb", "x" * 65])
def test_an_id_unfit_for_a_folder_is_refused(versions, name):
    with pytest.raises(ValueError, match="version id"):
        versions.path(name)


def test_rolling_back_serves_the_version_before_and_again_the_one_before_it(versions):
    _publish(versions, "v1", "v2", "v3")

    assert versions.rollback() == "v2"
    assert (versions.current(), versions.previous()) == ("v2", "v1")
    assert versions.rollback() == "v1"
    assert versions.current() == "v1"


def test_rolling_back_without_an_older_version_is_refused(versions):
    _publish(versions, "v1")

    with pytest.raises(StoreError, match="antérieure"):
        versions.rollback()

    assert versions.current() == "v1"


def test_pruning_keeps_the_current_version_and_the_one_before(versions):
    _publish(versions, "v1", "v2", "v3")
    _finish(versions, "never-published")

    removed = versions.prune(keep=2)

    assert set(removed) == {"v1", "never-published"}
    assert not versions.path("v1").exists()
    assert (versions.current(), versions.previous()) == ("v3", "v2")


def test_rolling_back_passes_over_a_version_that_does_not_open(versions):
    _publish(versions, "v1", "v2", "v3")

    assert _damaged(versions, "v2").rollback() == "v1"


def test_rolling_back_to_nothing_but_damaged_versions_is_refused(versions):
    _publish(versions, "v1", "v2")

    with pytest.raises(StoreError, match="lisible"):
        _damaged(versions, "v1").rollback()

    assert versions.current() == "v2"


def test_a_version_without_its_records_does_not_open(versions):
    _publish(versions, "v1", "v2")

    with pytest.raises(StoreError, match="lisible"):
        Versions(versions.home).rollback()


def test_pruning_keeps_a_sound_version_rather_than_a_later_damaged_one(versions):
    _publish(versions, "v1", "v2", "v3")

    assert _damaged(versions, "v2").prune(keep=2) == ["v2"]
    assert (versions.current(), versions.previous()) == ("v3", "v1")


def test_pruning_keeps_a_damaged_version_while_it_is_served(versions):
    _publish(versions, "v1", "v2")

    assert _damaged(versions, "v2").prune(keep=1) == []
    assert versions.current() == "v2"


def test_pruning_never_removes_the_current_version(versions):
    _publish(versions, "v1", "v2")

    assert versions.prune(keep=0) == ["v1"]
    assert versions.current() == "v2"
    assert versions.previous() is None


def test_only_unfinished_versions_are_discarded(versions):
    _publish(versions, "v1")
    (versions.path("v2") / "vectors").mkdir(parents=True)

    assert versions.discard_unfinished() == ["v2"]
    assert versions.path("v1").is_dir()
    assert not versions.path("v2").exists()


def test_an_unreadable_pointer_is_a_damaged_version(versions):
    _publish(versions, "v1")
    (versions.home / "current").write_text("../../etc", encoding="utf-8")

    with pytest.raises(DamagedVersionError, match="pointeur"):
        versions.current()


def test_two_ingestions_do_not_run_at_once(versions):
    with (
        versions.lock(),
        pytest.raises(StoreError, match="déjà en cours"),
        Versions(versions.home).lock(),
    ):
        pytest.fail("the lock was given twice")

    with versions.lock():
        assert versions.home.is_dir()


def test_a_killed_ingestion_frees_the_lock(versions):
    code = "with v.lock():\n    print('held', flush=True)\n    signal.pause()"
    with _run(code, versions.home) as process:
        process.stdout.readline()
        with pytest.raises(StoreError), versions.lock():
            pytest.fail("the lock was given twice")

        process.kill()
        process.wait()

    with versions.lock():
        assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("step", "served"),
    [
        ("os.fsync = lambda _: die()", "v1"),
        ("os.replace = lambda *_: die()", "v1"),
        ("real = os.replace\nos.replace = lambda *a: (real(*a), die())", "v2"),
    ],
    ids=["new pointer written", "before the switch", "after the switch"],
)
def test_a_publication_killed_between_two_steps_leaves_a_whole_pointer(versions, step, served):
    _publish(versions, "v1")
    _finish(versions, "v2")
    die = "def die(): os.kill(os.getpid(), signal.SIGKILL)"

    with _run(f"{die}\n{step}\nv.publish('v2')", versions.home) as process:
        process.wait()

    assert process.returncode == -signal.SIGKILL
    assert versions.current() == served
    versions.publish("v2")
    assert (versions.current(), versions.previous()) == ("v2", "v1")


def test_a_publisher_killed_at_any_moment_leaves_a_whole_pointer(versions):
    _publish(versions, "v1", "v2")
    code = "print('go', flush=True)\nwhile True:\n    v.publish('v1')\n    v.publish('v2')"

    for delay in (0.003, 0.011, 0.027):
        with _run(code, versions.home) as process:
            process.stdout.readline()
            time.sleep(delay)
            process.kill()

        assert {versions.current(), versions.previous()} == {"v1", "v2"}


def test_a_removal_killed_half_way_is_finished_by_the_next_ingestion(versions):
    _publish(versions, "v1", "v2", "v3")
    code = "import shutil\nshutil.rmtree = lambda _: os.kill(os.getpid(), 9)\nv.prune()"

    with _run(code, versions.home) as process:
        process.wait()

    assert versions.discard_unfinished() == ["v1"]
    assert (versions.current(), versions.previous()) == ("v3", "v2")
