"""The copy that may be mutated."""

from configparser import ConfigParser
from pathlib import Path

import pytest

from eval.mutants.targets import Target
from eval.mutants.workspace import copy_repository, prepare, settings

TARGET = Target(source=Path("eval/scorers/a.py"), tests=Path("tests/eval/scorers/test_a.py"))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    return folder


def test_a_copy_holds_what_the_tests_need_and_no_more(repository, folder):
    (repository / "eval" / "__pycache__").mkdir()
    (repository / "docs").mkdir()

    copy_repository(repository, folder)

    assert {path.name for path in folder.iterdir()} == {
        *("assistant", "corpus", "eval", "ingest", "tests", "pyproject.toml")
    }
    assert (folder / "eval" / "scorers" / "twice.py").is_file()
    assert not (folder / "eval" / "__pycache__").exists()


def test_what_is_left_of_the_last_target_is_removed(folder):
    (folder / "mutants").mkdir()
    (folder / "setup.cfg").write_text("vieux")

    prepare(folder, TARGET)

    assert not (folder / "mutants").exists()
    assert (folder / "setup.cfg").read_text() == settings(TARGET)


def test_one_source_is_mutated_and_its_own_tests_run():
    read = ConfigParser()
    read.read_string(settings(TARGET))

    said = read["mutmut"]
    assert said["only_mutate"] == "eval/scorers/a.py"
    assert said["pytest_add_cli_args_test_selection"] == "tests/eval/scorers/test_a.py"
    assert said["process_isolation"] == "forkserver"
    assert said["also_copy"].split() == ["assistant", "corpus", "ingest"]
