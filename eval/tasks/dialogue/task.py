"""Conversations with a simulated person, who leaves when served or out of words."""

from typing import Final

from eval.scorers.dialogue import goal_reached, in_few_turns, no_loop, well_ended
from eval.scorers.language import in_language
from eval.tasks.base import Measure, Task

TASK: Final = Task(
    name="dialogue",
    asks="Does a conversation bring people what they came for?",
    measures=(
        Measure(
            name="dialogue.goal",
            dataset="dialogues",
            asks="Is all the person came for given, and no body they must not be sent to?",
            score=goal_reached,
        ),
        Measure(
            name="dialogue.turns",
            dataset="dialogues",
            asks="Is what is reached, reached in as few messages as it takes?",
            score=in_few_turns,
        ),
        Measure(
            name="dialogue.loops",
            dataset="dialogues",
            asks="Is nothing asked or said twice?",
            score=no_loop,
        ),
        Measure(
            name="dialogue.last",
            dataset="dialogues",
            asks="Is the last reply of a kind to end on?",
            score=well_ended,
        ),
        Measure(
            name="dialogue.language",
            dataset="dialogues",
            asks="Is each reply in the language of the person?",
            score=in_language,
        ),
    ),
)
