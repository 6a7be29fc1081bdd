"""The measures of answers."""

from typing import Final

from eval.scorers.answered import (
    score_beside,
    score_complete,
    score_facts,
    score_outcome,
    score_sheet,
)
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="answers",
    asks="Is the answer right, and about what was asked?",
    measures=(
        Measure(
            name="answers.outcome",
            dataset="retrieval",
            asks="Is a question the corpus answers answered?",
            score=score_outcome,
        ),
        Measure(
            name="answers.facts",
            dataset="retrieval",
            asks="Which share of the facts due is told, each of the right property and subject?",
            score=score_facts,
        ),
        Measure(
            name="answers.sheet",
            dataset="retrieval",
            asks="Is a sheet that answers cited?",
            score=score_sheet,
        ),
        Measure(
            name="answers.beside",
            dataset="retrieval",
            asks="Which share of the sentences that cite is about what was asked?",
            score=score_beside,
        ),
        Measure(
            name="answers.complete-label",
            dataset="retrieval",
            asks="Does an answer labelled complete tell all that was due?",
            score=score_complete,
        ),
    ),
)
