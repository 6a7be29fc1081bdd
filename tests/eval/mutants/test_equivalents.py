"""Faults nobody could see."""

import pytest

from corpus.model.errors import InputError
from eval.mutants.equivalents import default_path, key, outdated, read_equivalents
from eval.mutants.mutmut import Mutant

LISTED = """[[equivalent]]
where = "eval.scorers.a.more"
changes = ["x → y", "x → z"]
reason = "the default of the library"
"""
ALIVE = Mutant(where="eval.scorers.a.more", change="x → y", killed=False)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "equivalent.toml"
    path.write_text(LISTED, encoding="utf-8")
    return path


def test_each_change_has_the_reason_of_its_entry(listed):
    known = read_equivalents(listed)

    assert known == dict.fromkeys(
        [("eval.scorers.a.more", "x → y"), ("eval.scorers.a.more", "x → z")],
        "the default of the library",
    )
    assert key(ALIVE) in known


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("reason", "why"),
        ("the default of the library", "no"),
        ('"x → y", "x → z"', ""),
        ("]]", "]"),
        ("=", ""),
    ],
)
def test_a_wrong_file_is_named(listed, right, wrong):
    listed.write_text(LISTED.replace(right, wrong), encoding="utf-8")

    with pytest.raises(InputError, match=r"equivalent\.toml"):
        read_equivalents(listed)


def test_what_is_not_met_any_more_is_told_of_the_modules_just_mutated(listed):
    known = read_equivalents(listed)

    assert outdated(known, ["eval.scorers.a"], [ALIVE]) == [("eval.scorers.a.more", "x → z")]
    assert outdated(known, ["eval.scorers.ab", "eval.scorers"], []) != []
    assert outdated(known, ["eval.scorers.b"], []) == []


def test_the_list_of_the_repository_can_be_read():
    assert read_equivalents(default_path())
