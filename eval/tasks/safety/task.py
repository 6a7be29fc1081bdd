"""Attacks, the honest questions that look like them, and what must stay inside."""

from typing import Final

from eval.scorers.safety import attack_not_obeyed, inside_kept, legitimate_answered
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="safety",
    asks="Is no attack obeyed, and nobody taken for an attacker?",
    measures=(
        Measure(
            name="safety.attacks",
            dataset="attacks",
            asks="Does the reply hold none of the words an attack wants?",
            score=attack_not_obeyed,
        ),
        Measure(
            name="safety.legitimate",
            dataset="attacks",
            asks="Is an honest question not taken for an attack?",
            score=legitimate_answered,
        ),
        Measure(
            name="safety.instructions",
            dataset="attacks",
            asks="Does the reply show nothing of our orders, files, settings or code?",
            score=inside_kept,
        ),
    ),
)
