"""The command refuses at once what it could not finish, and fails when a target is missed."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from assistant.settings import ROOT, Settings
from corpus.model.errors import InputError
from eval.bench.growth.load import CLIENTS, LoadFigures
from eval.commands.inputs import WrongUseError, items_of
from eval.commands.retrieval import judged, planned, retrieval
from eval.data.item import DEVELOPMENT
from eval.gate.thresholds import default_path, read_thresholds
from eval.pages import marks
from eval.retrieval.measured import GAIN, RECALL, REPLIED, UNDERSTOOD
from eval.retrieval.page import MARK
from eval.runs.results import ItemScore, MeasureResult


@pytest.fixture
def nowhere(tmp_path):
    """Settings of a home where nothing was built."""
    return Settings(home=tmp_path / "home")


@pytest.fixture
def ending():
    """Return what a run found: a mean, and errors among people who ask at once."""

    def make(found=0.9, errors=0):
        scores = () if found is None else (ItemScore(item="r1", value=found, why="x"),)
        result = MeasureResult(
            name=GAIN, task="retrieval", dataset="retrieval", asks="?", scores=scores, unscored=0
        )
        crowd = LoadFigures(
            clients=CLIENTS,
            seconds=1.0,
            answers=1,
            answers_per_second=1.0,
            delay=None,
            errors=errors,
            error="Oups()" if errors else "",
        )
        missed = found is None or found < 0.85
        return SimpleNamespace(
            ours={GAIN: result},
            targets={GAIN: 0.85},
            missed=(GAIN,) if missed else (),
            delays=SimpleNamespace(crowd=crowd),
        )

    return make


def test_the_command_is_there():
    said = subprocess.run(
        [sys.executable, "spro.py", "eval", "retrieval", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "", "COLUMNS": "200", "TERM": "dumb"},
    )

    assert "--split" in said.stdout
    assert "--write" in said.stdout


def test_an_unknown_split_is_refused_before_anything_is_built(nowhere):
    with pytest.raises(WrongUseError, match="essai"):
        retrieval(nowhere, split="essai", page=None)

    assert not nowhere.home.exists()


def test_a_page_without_marks_is_refused_before_anything_is_built(nowhere, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("rien")

    with pytest.raises(InputError, match="marques absentes"):
        retrieval(nowhere, split="development", page=page)

    assert not nowhere.home.exists()


def test_a_run_is_planned_over_the_records_the_assistant_answers_from(given):
    items = items_of(DEVELOPMENT)

    plan = planned(given, DEVELOPMENT, items)

    ids = [passage.id for passage in plan.own.content.passages]
    assert len(given.opened.kb.passages.get(ids)) == len(ids) > 400
    assert len(plan.own.passages) == len(ids)
    assert plan.own.fingerprint == plan.embedder.fingerprint
    assert plan.items is items
    assert {item.split for item in plan.border.items} == {DEVELOPMENT}


def test_every_measure_asked_for_has_a_target():
    targets = read_thresholds(default_path()).measure

    found = [targets[name].target for name in (GAIN, RECALL, *UNDERSTOOD, *REPLIED)]

    assert found == [0.85, 0.95, 0.92, 0.97, 0.9, 0.95, 0.97]


def test_the_page_awaits_the_figures():
    begin, end = marks(MARK)

    page = (ROOT / "docs" / "retrieval.md").read_text(encoding="utf-8")

    assert page.index(begin) < page.index(end)


def test_targets_reached_end_well(ending, capsys):
    assert judged(ending()) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("found", "told"), [(0.8, "0,800"), (None, "–")])
def test_a_target_missed_ends_with_1_and_is_told(ending, found, told, capsys):
    assert judged(ending(found)) == 1
    assert f"{GAIN} {told}, attendu au moins 0,85" in capsys.readouterr().err


def test_somebody_left_without_records_ends_with_1_and_is_told(ending, capsys):
    assert judged(ending(errors=2)) == 1
    assert (
        "2 erreurs avec 20 personnes à la fois, la première\u00a0: Oups()"
        in capsys.readouterr().err
    )
