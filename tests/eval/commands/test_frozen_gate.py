"""The gate of continuous integration, on the frozen suite: green as it is, red under each fault."""

import pytest

from eval.commands.faults import Tried, faults, verdict_on
from eval.commands.measure import frozen_run
from eval.faults.planted import FAULTS
from eval.gate.gate import Kind
from eval.gate.thresholds import default_path, read_thresholds
from eval.subjects.in_process import InProcess
from eval.tasks.all import TASKS

pytestmark = pytest.mark.slow

TIMED = "latency"


@pytest.fixture(scope="module")
def sound(given):
    return InProcess(given.opened.assistant)


def test_the_assistant_is_no_worse_than_its_base(given, sound):
    verdict = verdict_on(given, sound)

    assert verdict.checked >= 50
    assert verdict.green, "\n".join(str(broken) for broken in verdict.broken)


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_turns_the_gate_red(given, name):
    fault = FAULTS[name]

    verdict = verdict_on(given, fault.plant(given.opened), fault.caught_by)

    red = Tried(name=name, verdict=verdict)
    assert red.caught, f"{name} is not seen"
    assert Kind.FAULT not in {broken.kind for broken in verdict.broken}


def test_the_same_code_measured_twice_agrees(given, sound, tmp_path):
    one, other = (
        frozen_run(given, sound, tmp_path / name, ("referral", "crisis", "dialogue"))
        for name in "ab"
    )

    assert one.measures == other.measures


def test_every_measure_is_demanded_something():
    measures = {m.name for task in TASKS for m in task.measures if not m.slow}

    assert set(read_thresholds(default_path()).measure) == measures


def test_an_unknown_fault_is_refused(settings, capsys):
    assert faults(settings, ["gremlin"]) == 2
    assert "noisy-retriever" in capsys.readouterr().err


def test_the_command_says_what_each_fault_turns_red(settings, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")

    code = faults(settings, ["deaf-alarm"])

    said = capsys.readouterr().out
    assert code == 0
    assert "crisis.explicit" in said
