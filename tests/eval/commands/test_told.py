"""What a report is told of a run: the product's targets, and what the gate says of it."""

import pytest

from eval.commands.report import told
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
    (broken,) = told(kept(0.5), (), kept(1.0)).verdict.broken

    assert (broken.measure, broken.kind) == ("crisis.explicit", "fall")
