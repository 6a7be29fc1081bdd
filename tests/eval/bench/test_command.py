import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.settings import ROOT, Settings
from corpus.embedding.bundled.cache import default_cache
from eval.bench.command import PAGE, bench
from eval.pages import marks


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPRO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SPRO_CACHE", str(default_cache()))
    return tmp_path / "home"


def test_the_page_of_the_repository_awaits_a_table():
    text = PAGE.read_text(encoding="utf-8")

    assert text.count(marks("bench")[0]) == text.count(marks("bench")[1]) == 1


@pytest.mark.parametrize("rounds", ["0", "un"])
def test_a_wrong_number_of_rounds_is_wrong_use(rounds, capsys):
    with pytest.raises(SystemExit) as stopped:
        bench(["--rounds", rounds])

    assert stopped.value.code == 2
    assert "--rounds" in capsys.readouterr().err


def test_the_module_is_a_command():
    said = subprocess.run(
        [sys.executable, "-m", "eval.bench", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "--quick" in said.stdout


@pytest.mark.slow
def test_a_quick_run_measures_everything_prints_it_and_writes_it(  # noqa: PLR0917 # pytest fixtures
    empty_home, page, tmp_path, capsys, monkeypatch, few_sources
):
    # A few records: embedding all of them several times over takes many minutes.
    monkeypatch.setattr(Settings, "sources", property(lambda _: few_sources))
    results = tmp_path / "bench.json"

    code = bench(["--quick", "--write", str(page), "--results", str(results)])

    assert code == 0
    assert "Whole answer, p95" in capsys.readouterr().out
    assert "| Embedding, times faster |" in page.read_text()
    held = json.loads(results.read_text())
    assert held["first_refresh"]["embedded"] == 0
    assert held["refresh"] is None
    assert held["embedding"]["ratio"] > 1
    assert held["process"]["resident_megabytes"] > held["process"]["bare_resident_megabytes"]
    assert not empty_home.exists()


def test_a_served_base_that_is_not_there_is_told(empty_home, tmp_path, capsys):
    code = bench(["--quick", "--served", str(tmp_path / "nothing"), "--results", "unused.json"])

    assert code == 1
    assert "make ingest" in capsys.readouterr().err
