"""The measures of clarification."""

from typing import Final

from eval.scorers.clarified import score_needless, score_options, score_settles
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="clarification",
    asks="Is something asked back only when the answer depends on it?",
    measures=(
        Measure(
            name="clarification.needless",
            dataset="referral",
            asks="Is nothing asked of somebody who said enough?",
            score=score_needless,
        ),
        Measure(
            name="clarification.settles",
            dataset="referral",
            asks="Is what is unknown asked, or each case given with its condition?",
            score=score_settles,
        ),
        Measure(
            name="clarification.options",
            dataset="referral",
            asks="Does a question asked back offer a choice, and a way not to say?",
            score=score_options,
        ),
    ),
)
