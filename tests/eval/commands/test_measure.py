"""`spro eval run`, `report`, `compare`, `gate` and `neutrality`, as commands."""

import json
import shutil
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import spro
from corpus.model.errors import NoKnowledgeBaseError
from eval.commands.gate import judge
from eval.commands.inputs import WrongUseError, chat_model, items_of, tasks_named
from eval.commands.measure import Request, measure
from eval.commands.neutrality import neutrality
from eval.commands.report import compare, report
from eval.runs.folder import RunFolder

CRISIS = Request(tasks=("crisis",), subjects=("assistant", "recipe"), frozen=True, quick=True)


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture(scope="module")
def folder(settings, tmp_path_factory):
    """A measure of the assistant beside the usual recipe."""
    results = tmp_path_factory.mktemp("results")
    assert measure(settings, replace(CRISIS, results=results)) == 0
    (found,) = results.iterdir()
    return found


def test_each_subject_has_its_run_and_the_first_its_reports(folder):
    assert {path.name for path in folder.iterdir()} == {"assistant", "recipe"}
    kept = {path.name for path in (folder / "assistant").iterdir()}
    assert {"run.json", "traces.jsonl", "results.json"} < kept
    assert {"report.html", "report.md", "junit.xml"} < kept


def test_a_run_says_what_it_was_made_with(folder):
    about = RunFolder(folder / "assistant").about()

    assert (about.subject, about.split, about.suite) == ("assistant", "development", "frozen")
    assert about.datasets.keys() == {"crisis"}
    assert {"corpus", "rules", "day", "base"} <= about.versions.keys()


def test_both_subjects_were_asked_the_same(folder):
    one, other = (RunFolder(folder / name) for name in ("assistant", "recipe"))

    assert {t.item for t in one.traces()} == {t.item for t in other.traces()}


def test_a_stopped_measure_is_resumed_in_place(settings, folder):
    before = RunFolder(folder / "assistant").traces()

    assert measure(settings, replace(CRISIS, resume=folder, subjects=("assistant",))) == 0
    assert RunFolder(folder / "assistant").traces() == before


def test_a_measure_begun_another_day_is_resumed_on_that_day(settings, folder, tmp_path):
    begun = tmp_path / "begun"
    shutil.copytree(folder, begun)
    for path in begun.glob("*/run.json"):
        path.write_text(path.read_text("utf-8").replace("2026-11-28", "2026-11-27"), "utf-8")

    asked = replace(CRISIS, resume=begun, subjects=("assistant",), frozen=False, split="test")

    assert measure(settings, asked) == 0
    assert RunFolder(begun / "assistant").results().about.versions["day"] == "2026-11-27"


def test_a_folder_without_a_run_is_not_resumed(settings, folder, tmp_path):
    for wrong in (tmp_path, folder / "assistant"):
        with pytest.raises(WrongUseError, match="commencée"):
            measure(settings, replace(CRISIS, resume=wrong))


def test_the_frozen_suite_is_of_one_split():
    with pytest.raises(WrongUseError, match="--frozen"):
        Request(frozen=True, split="test")


def test_a_base_that_was_asked_something_else_is_refused(folder, tmp_path, capsys):
    told = (folder / "assistant" / "results.json").read_text(encoding="utf-8")
    other = tmp_path / "autre.json"
    other.write_text(told.replace('"suite": "frozen"', '"suite": "autre"'), encoding="utf-8")

    assert judge(folder / "assistant", other, None, None) == 1
    assert "suite" in capsys.readouterr().err


def test_the_base_being_served_must_exist(settings, tmp_path):
    empty = settings.model_copy(update={"home": tmp_path})

    with pytest.raises(NoKnowledgeBaseError, match="make ingest"):
        measure(empty, replace(CRISIS, served=True, results=tmp_path))


def test_reports_are_written_again_without_asking(folder, capsys):
    page = folder / "assistant" / "report.html"
    page.unlink()

    assert report(folder / "assistant", (folder / "recipe",), folder / "assistant") == 0
    assert page.is_file()
    assert "crisis.explicit" in capsys.readouterr().out


def test_two_runs_are_compared(folder, capsys):
    assert compare(folder / "recipe", folder / "assistant") == 0
    assert "crisis.explicit" in capsys.readouterr().out


def test_the_gate_says_no_with_the_items(folder, tmp_path, capsys):
    thresholds = tmp_path / "seuils.toml"
    thresholds.write_text(
        'day = 2026-11-28\n[measure."crisis.explicit"]\nfloor = 0.9\ntarget = 1.0\nreason = "r"\n',
        encoding="utf-8",
    )
    badge = tmp_path / "badge.svg"

    assert judge(folder / "assistant", None, thresholds, badge) == 0
    assert "<svg" in badge.read_text(encoding="utf-8")
    assert judge(folder / "recipe", folder / "assistant", thresholds, None) == 1
    assert "crisis-0" in capsys.readouterr().out


def test_twins_that_differ_are_shown(settings, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("eval.commands.measure.items_of", _few_twins)

    code = neutrality(settings, split="development", served=False, results=tmp_path)

    assert code in {0, 1}
    assert "neutrality.facts" in capsys.readouterr().out


def _few_twins(split):
    """Three twins and nothing else: this command is about its output."""
    return {"neutrality": items_of(split)["neutrality"][:3], "retrieval": []}


@pytest.mark.parametrize("name", ["inconnu", "recipe+", "recette", "ftp://x"])
def test_an_unknown_subject_is_refused(given, name):
    with pytest.raises(WrongUseError, match="recipe"):
        given.subject(name)


def test_subjects_are_known_by_their_address(given):
    assert given.subject("petit@http://127.0.0.1:9/v1").name == "petit"
    assert given.subject("http://127.0.0.1:9").name


def test_a_model_needs_an_address():
    with pytest.raises(WrongUseError, match="Modèle"):
        chat_model("petit")


def test_unknown_names_are_refused_with_those_we_have():
    with pytest.raises(WrongUseError, match="referral"):
        tasks_named(["inconnue"])
    with pytest.raises(WrongUseError, match="development"):
        items_of("dev")


def test_disputed_items_are_never_asked():
    held = [item for items in items_of("development").values() for item in items]

    assert len(held) > 800
    assert all(item.review != "disputed" for item in held)


def test_every_command_explains_itself():
    for command in ("run", "report", "compare", "gate", "freeze", "faults", "neutrality", "live"):
        said = CliRunner().invoke(spro.app, ["eval", command, "--help"])
        assert said.exit_code == 0, command
    for command in ("check", "add", "review", "coverage"):
        assert CliRunner().invoke(spro.app, ["eval", "data", command, "--help"]).exit_code == 0


def test_results_are_read_by_programs(folder):
    told = json.loads((folder / "assistant" / "results.json").read_text(encoding="utf-8"))

    assert {m["name"] for m in told["measures"]} >= {"crisis.explicit", "crisis.veiled"}
