"""What a report is told of a run: the product's targets, and what the gate says of it."""

import re

import pytest

from eval.commands.inputs import WrongUseError
from eval.commands.report import report, told
from eval.commands.words import say
from eval.runs.folder import About, Results
from eval.runs.results import ItemScore, MeasureResult

THRESHOLDS = """day = 2026-11-28
[measure."crisis.explicit"]
floor = 0.25
target = 0.9
reason = "essai"
"""


@pytest.fixture(autouse=True)
def _thresholds(tmp_path, monkeypatch):
    path = tmp_path / "seuils.toml"
    path.write_text(THRESHOLDS, "utf-8")
    monkeypatch.setattr("eval.commands.report.default_path", lambda: path)


@pytest.fixture
def kept(tmp_path):
    """Return a function that keeps a run of one measure, and gives its file."""

    def keeping(value=1.0, suite="frozen"):
        scores = tuple(ItemScore(item=f"i{n}", value=value) for n in range(30))
        name = {"name": "crisis.explicit", "task": "crisis", "dataset": "crisis", "asks": "?"}
        measure = MeasureResult(**name, scores=scores, unscored=0)
        about = About(subject="assistant", split="development", suite=suite)
        path = tmp_path / f"{suite or 'whole'}-{value}.json"
        path.write_text(Results(about=about, measures=(measure,)).model_dump_json(), "utf-8")
        return path

    return keeping


@pytest.mark.parametrize("suite", ["frozen", ""])
def test_a_report_has_the_targets_of_the_product(kept, suite):
    assert told(kept(suite=suite), (), None).targets == {"crisis.explicit": 0.9}


def test_the_gate_is_asked_of_the_frozen_suite_alone(kept):
    verdict = told(kept(), (), None).verdict

    assert (verdict.green, verdict.checked) == (True, 1)
    assert told(kept(suite=""), (), None).verdict is None


def test_the_gate_looks_at_the_base_too(kept):
    broken = told(kept(0.5), (), kept(1.0)).verdict.broken

    assert [(one.measure, one.kind) for one in broken] == [
        ("crisis.explicit", "fall"),
        ("crisis.*", "fall"),
        ("*", "fall"),
    ]


def test_other_floors_than_ours_may_be_given(kept, tmp_path):
    floors = tmp_path / "autres.toml"
    floors.write_text(THRESHOLDS.replace("0.9", "0.5"), "utf-8")

    assert told(kept(), (), None, floors).targets == {"crisis.explicit": 0.5}


def test_runs_that_do_not_compare_are_told(kept, capsys):
    told(kept(suite=""), (), kept())

    assert "suite" in capsys.readouterr().err


def test_a_run_is_reported_from_its_file_alone(kept, tmp_path):
    assert report(kept(), (), None) == 0
    assert (tmp_path / "report.html").is_file()


def test_a_suite_is_no_table_for_the_page(kept, tmp_path):
    with pytest.raises(WrongUseError, match=re.escape(say("report.suite"))):
        report(kept(), (), None, tmp_path / "page.md")
