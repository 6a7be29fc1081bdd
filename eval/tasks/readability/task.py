"""Ease of reading, length of sentences, typography."""

from typing import Final

from eval.scorers.readability import easy, short, well_printed
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="readability",
    asks="Can anybody read the answers?",
    measures=(
        Measure(
            name="readability.ease",
            dataset="retrieval",
            asks="Is a French answer easy enough to read, 50 or more on Flesch's scale?",
            score=easy,
        ),
        Measure(
            name="readability.length",
            dataset="retrieval",
            asks="Is no sentence too long?",
            score=short,
        ),
        Measure(
            name="readability.typography",
            dataset="retrieval",
            asks="Is the answer well printed, with nothing raw in it?",
            score=well_printed,
        ),
    ),
)
