"""The whole of mutation testing, from a name to a page."""

import subprocess
import sys

import pytest

from assistant.settings import ROOT
from eval.mutants.command import PAGE, mutants
from eval.pages import marks

CHANGES = """[[equivalent]]
where = "eval.scorers.twice._half"
changes = ["return n / 2 → return n * 2", "return n / 2 → return n / 3"]
reason = "nothing calls it: written so for this test"
"""


@pytest.fixture
def run(repository, tmp_path):
    """Return the command over the small repository, with the equivalent mutants given."""
    page = tmp_path / "page.md"
    page.write_text("\n".join(marks("mutation")))

    def call(equivalents, *arguments, **given):
        path = tmp_path / "equivalent.toml"
        path.write_text(equivalents, encoding="utf-8")
        options = ["--root", repository, "--equivalents", path, "--write", page, *arguments]
        return mutants([str(option) for option in options], **given), page.read_text()

    return call


def test_a_real_run_kills_what_a_test_sees_in_a_copy_only(run, repository, capsys):
    sources = {path: path.read_text() for path in repository.rglob("*.*")}

    code, page = run("", "--children", "1", "twice")

    told = capsys.readouterr().err
    assert code == 1
    assert "| `eval/scorers/twice.py` | 4 | 2 | 2 | 0 | 50.0% |" in page
    assert "survived in eval.scorers.twice._half: return n / 2 → return n * 2" in told
    assert {path: path.read_text() for path in repository.rglob("*.*")} == sources


def printed(folder, arguments):
    """What mutmut prints of one mutant that nothing sees."""
    name = "eval.scorers.twice.x__half__mutmut_1"
    shown = "-    return n / 2\n+    return n * 2\n"
    return {"results": f"    {name}: survived\n", "show": shown}.get(arguments[0], "")


def test_only_equivalent_mutants_may_survive(run, capsys):
    code, page = run(CHANGES, program=printed)

    told = capsys.readouterr().err
    assert code == 0
    assert "| all | 1 | 0 | 1 | 1 | – |" in page
    assert "not met any more in eval.scorers.twice._half: return n / 2 → return n / 3" in told
    assert "survived" not in told


def test_a_name_that_is_unknown_is_told(run, capsys):
    code, _ = run("", "thrice", program=printed)

    assert code == 1
    assert "thrice" in capsys.readouterr().err


def test_tests_that_fail_before_any_fault_are_told(run, repository, capsys):
    (repository / "tests" / "eval" / "scorers" / "test_twice.py").write_text("assert False\n")

    code, _ = run("", "--children", "1")

    assert code == 1
    told = capsys.readouterr().err
    assert "failed to collect stats" in told
    assert "Running stats\n" not in told


def test_the_page_of_the_repository_awaits_a_table():
    text = PAGE.read_text(encoding="utf-8")

    assert text.count(marks("mutation")[0]) == text.count(marks("mutation")[1]) == 1


def test_the_module_is_a_command():
    said = subprocess.run(
        [sys.executable, "-m", "eval.mutants", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "--children" in said.stdout
