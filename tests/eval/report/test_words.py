"""Every measure and every task has its French words."""

import pytest

from eval.report.words import named
from eval.tasks.all import TASKS


@pytest.mark.parametrize("measure", [m.name for task in TASKS for m in task.measures])
def test_a_measure_is_asked_in_french(measure):
    assert named("asks", measure) != measure


@pytest.mark.parametrize("task", [task.name for task in TASKS])
def test_a_task_has_a_french_name(task):
    assert named("task", task) != task
