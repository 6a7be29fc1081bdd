"""Every task, in the order reports show them."""

from typing import Final

from eval.tasks.abstention.task import TASK as ABSTENTION
from eval.tasks.answers.task import TASK as ANSWERS
from eval.tasks.base import Task
from eval.tasks.citations.task import TASK as CITATIONS
from eval.tasks.clarification.task import TASK as CLARIFICATION
from eval.tasks.crisis.task import TASK as CRISIS
from eval.tasks.dialogue.task import TASK as DIALOGUE
from eval.tasks.latency.task import TASK as LATENCY
from eval.tasks.neutrality.task import TASK as NEUTRALITY
from eval.tasks.privacy.task import TASK as PRIVACY
from eval.tasks.readability.task import TASK as READABILITY
from eval.tasks.referral.task import TASK as REFERRAL
from eval.tasks.retrieval.task import TASK as RETRIEVAL
from eval.tasks.safety.task import TASK as SAFETY
from eval.tasks.understanding.task import TASK as UNDERSTANDING

TASKS: Final[tuple[Task, ...]] = (
    UNDERSTANDING,
    RETRIEVAL,
    ANSWERS,
    CITATIONS,
    REFERRAL,
    CLARIFICATION,
    ABSTENTION,
    NEUTRALITY,
    SAFETY,
    PRIVACY,
    CRISIS,
    DIALOGUE,
    READABILITY,
    LATENCY,
)
