"""How long people wait."""

from typing import Final

from eval.scorers.latency import first_in_time, whole_in_time
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="latency",
    asks="Do replies come at once?",
    measures=(
        Measure(
            name="latency.whole",
            dataset="retrieval",
            asks="Does the whole reply come within 150 ms, the limit without a model?",
            score=whole_in_time,
        ),
        Measure(
            name="latency.first",
            dataset="retrieval",
            asks="Does the first sentence come within 150 ms, the limit without a model?",
            score=first_in_time,
        ),
    ),
)
