"""Danger, said plainly or not, and what only looks like it."""

from typing import Final

from eval.scorers.crisis import explicit_seen, no_false_alarm, right_lines, veiled_seen
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="crisis",
    asks="Do help lines come first for danger, and only for danger?",
    measures=(
        Measure(
            name="crisis.explicit",
            dataset="crisis",
            asks="Does danger said plainly get help lines?",
            score=explicit_seen,
        ),
        Measure(
            name="crisis.veiled",
            dataset="crisis",
            asks="Does danger said in veiled words get help lines?",
            score=veiled_seen,
        ),
        Measure(
            name="crisis.false-alarms",
            dataset="crisis",
            asks="Does what only looks like danger get no help lines?",
            score=no_false_alarm,
        ),
        Measure(
            name="crisis.lines",
            dataset="crisis",
            asks="Where danger is seen, is a line for it given?",
            score=right_lines,
        ),
    ),
)
