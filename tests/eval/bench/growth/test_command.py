import json
import subprocess
import sys
from dataclasses import replace

import pytest

from assistant.settings import ROOT
from eval.bench.growth.command import _judged, growth
from eval.bench.growth.page import MARK
from eval.pages import marks


def test_the_module_is_a_command():
    said = subprocess.run(
        [sys.executable, "-m", "eval.bench.growth", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "--sizes" in said.stdout


@pytest.mark.parametrize("sizes", ["", "0", "mille", "1000,-2"])
def test_a_wrong_size_is_wrong_use(sizes, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        growth(["--home", str(tmp_path), "--sizes", sizes])

    assert stopped.value.code == 2
    assert "--sizes" in capsys.readouterr().err


def test_a_page_without_marks_is_refused_before_anything_is_measured(tmp_path, plan, capsys):
    home = tmp_path / "home"

    code = growth(["--home", str(home), "--write", str(tmp_path / "page.md")], opens=plan.opens)

    assert code == 1
    assert "page.md" in capsys.readouterr().err
    assert not home.exists()


@pytest.mark.slow
def test_one_command_measures_prints_and_writes(tmp_path, plan, sources, capsys):
    page, results = tmp_path / "page.md", tmp_path / "growth.json"
    page.write_text("\n".join(marks(MARK)))
    options = ["--rounds", "1", "--load-seconds", "1", "--sizes", "600"]

    code = growth(
        [
            *options,
            *("--home", str(tmp_path / "home")),
            *("--results", str(results)),
            *("--write", str(page)),
        ],
        opens=plan.opens,
        sources=sources,
    )

    said = capsys.readouterr()
    assert code == 0
    assert "| 600 |" in said.out
    assert said.out.strip() in page.read_text()
    assert "… 600 passages: searching" in said.err
    assert json.loads(results.read_text())["sizes"][0]["crowd"]["crowd"]["errors"] == 0


def test_somebody_left_without_an_answer_fails_the_run(figures, capsys):
    small = figures.sizes[0]
    crowd = replace(small.crowd, crowd=replace(small.crowd.crowd, errors=2, error="Oups()"))

    failed = _judged(replace(figures, sizes=(replace(small, crowd=crowd),)))

    assert (failed, _judged(figures)) == (1, 0)
    assert "2 errors with 20 people at once, the first: Oups()" in capsys.readouterr().err
