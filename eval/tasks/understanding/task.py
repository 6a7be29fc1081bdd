"""The measures of understanding."""

from typing import Final

from eval.scorers.profiles import score_profile_precision, score_profile_recall
from eval.scorers.understood import score_followup, score_occupation, score_occupations
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="understanding",
    asks="Is the message understood: the occupation, what a follow-up keeps, the person?",
    measures=(
        Measure(
            name="understanding.occupations",
            dataset="occupations",
            asks="Is the occupation behind a noisy name recognised first (ROME code)?",
            score=score_occupation,
        ),
        Measure(
            name="understanding.occupations-top3",
            dataset="occupations",
            asks="Is it among the first three occupations recognised?",
            score=score_occupations,
        ),
        Measure(
            name="understanding.followups",
            dataset="followups",
            asks="Does a follow-up keep, change or drop its occupation and place as it should?",
            score=score_followup,
        ),
        Measure(
            name="understanding.profile-recall",
            dataset="referral",
            asks="Which share of the facts stated about the person is read?",
            score=score_profile_recall,
        ),
        Measure(
            name="understanding.profile-precision",
            dataset="referral",
            asks="Which share of what is read of the person was stated, or follows from it?",
            score=score_profile_precision,
        ),
    ),
)
