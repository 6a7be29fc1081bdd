"""`spro eval agreement`."""

import json

import pytest

from corpus.model.errors import InputError
from eval.commands.agreement import agree
from eval.runs.folder import About, Results
from eval.runs.results import ItemScore, MeasureResult

GIVEN = [1.0, 1.0, 0.0, 0.2]


@pytest.fixture
def run(tmp_path):
    scores = tuple(
        ItemScore(item=f"i{n}", value=v, why="" if v == 1 else "non") for n, v in enumerate(GIVEN)
    )
    measure = MeasureResult(
        name="judge.faithfulness", task="judge", dataset="x", asks="?", scores=scores, unscored=0
    )
    path = tmp_path / "results.json"
    results = Results(about=About(subject="s", split="development"), measures=(measure,))
    path.write_text(results.model_dump_json(), encoding="utf-8")
    return path


@pytest.fixture
def label(tmp_path):
    def write(*labels, measure="judge.faithfulness"):
        lines = (
            json.dumps({"item": f"i{n}", "measure": measure, "label": v})
            for n, v in enumerate(labels)
        )
        path = tmp_path / "labels.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_a_judge_that_agrees_may_be_believed(run, label, capsys):
    assert agree(run, label(1, 1, 0, 0)) == 0
    assert "1,00" in capsys.readouterr().out


def test_a_judge_that_disagrees_may_not(run, label, capsys):
    assert agree(run, label(1, 0, 1, 0)) == 1
    assert "0,00" in capsys.readouterr().out


@pytest.mark.parametrize("measure", ["judge.relevancy"])
def test_a_measure_nobody_judged_is_not_believed(run, label, measure):
    assert agree(run, label(1, measure=measure)) == 1


def test_without_labels_nothing_is_believed(run, label):
    assert agree(run, label()) == 1


def test_labels_that_make_no_sense_are_named(run, label):
    with pytest.raises(InputError, match="ligne 1"):
        agree(run, label(3))


def test_labels_that_are_not_there_are_named(run, tmp_path):
    with pytest.raises(InputError, match=r"absent\.jsonl"):
        agree(run, tmp_path / "absent.jsonl")
