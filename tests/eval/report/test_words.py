"""Every measure, task and state of a label has its French words."""

import re

import pytest

from eval.data.vocabulary import FIELDS
from eval.report.words import WORDS, named
from eval.tasks.all import TASKS

ASKED = [pair for pair in WORDS.sentences.items() if pair[0].startswith("asks.")]
NEGATED = re.compile(r"^(?:Aucun|Rien|Quelle)|\b(?:n'|ne )\w+-(?:t-)?(?:il|elle|on)")


@pytest.mark.parametrize("measure", [m.name for task in TASKS for m in task.measures])
def test_a_measure_is_asked_in_french(measure):
    assert named("asks", measure) != measure


@pytest.mark.parametrize("task", [task.name for task in TASKS])
def test_a_task_has_a_french_name(task):
    assert named("task", task) != task


@pytest.mark.parametrize("state", sorted(FIELDS["review"]))
def test_a_state_of_a_label_has_a_french_name(state):
    assert named("review", state) != state


@pytest.mark.parametrize(("key", "question"), ASKED)
def test_yes_is_the_good_answer_to_what_a_measure_asks(key, question):
    assert question.endswith("\N{NO-BREAK SPACE}?"), key
    assert not NEGATED.search(question), key
