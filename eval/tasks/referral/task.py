"""The measures of referral."""

from typing import Final

from eval.scorers.referred import (
    score_bodies,
    score_conditions,
    score_extra,
    score_never,
    score_reasons,
)
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="referral",
    asks="Are people sent to the bodies that serve them?",
    measures=(
        Measure(
            name="referral.bodies",
            dataset="referral",
            asks="Are the bodies due named from free text, and none that can't serve?",
            score=score_bodies,
        ),
        Measure(
            name="referral.never",
            dataset="referral",
            asks="Is no body named that can't serve?",
            score=score_never,
        ),
        Measure(
            name="referral.extra",
            dataset="referral",
            asks="Are only bodies that serve named, without a list of everybody?",
            score=score_extra,
        ),
        Measure(
            name="referral.reasons",
            dataset="referral",
            asks="Which share of the bodies named has its reason and its legal basis?",
            score=score_reasons,
        ),
        Measure(
            name="referral.conditions",
            dataset="referral",
            asks="Does each body that hangs on executive status say on which?",
            score=score_conditions,
        ),
    ),
)
