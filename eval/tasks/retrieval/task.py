"""The measures of retrieval."""

from typing import Final

from eval.scorers.retrieved import score_first, score_gain, score_rank, score_recall
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="retrieval",
    asks="Do the records that answer come first?",
    measures=(
        Measure(
            name="retrieval.ndcg",
            dataset="retrieval",
            asks="How close to the best order are the first ten records (nDCG, graded)?",
            score=score_gain,
        ),
        Measure(
            name="retrieval.recall",
            dataset="retrieval",
            asks="Which share of the records that answer is among the first ten?",
            score=score_recall,
        ),
        Measure(
            name="retrieval.first",
            dataset="retrieval",
            asks="Is the first passage from a relevant sheet?",
            score=score_first,
        ),
        Measure(
            name="retrieval.mrr",
            dataset="retrieval",
            asks="How early does the first relevant record come (one over its rank)?",
            score=score_rank,
        ),
    ),
)
