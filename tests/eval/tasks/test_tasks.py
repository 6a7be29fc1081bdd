"""Tasks: how they are named, what they ask, and that their scorers read their data sets."""

import pytest

from eval.data.datasets import load
from eval.scripts.all import SCRIPTS
from eval.tasks.all import TASKS
from eval.trace.observed import AskedBack, Choice, Cited, GivenFact, NamedBody, Observed, Said
from eval.trace.trace import FoundRecord, Read, ReadOccupation

BY_NAME = {task.name: task for task in TASKS}
BEING_RIGHT = (
    "understanding",
    "retrieval",
    "answers",
    "citations",
    "referral",
    "clarification",
    "abstention",
)
MEASURES = [measure for name in BEING_RIGHT for measure in BY_NAME[name].measures]

SAID = Said(
    text="On gagne à Caen 1 770 € brut en 2024.",
    cited=(Cited(quote="1 770 € brut", record="occupation:macon#pay", passage="1 770 € brut"),),
)
ANSWERED = Observed(
    outcome="answered",
    completeness="complete",
    sentences=(SAID,),
    facts=(GivenFact(subject="occupation:macon", property="salary_entry", value="1770"),),
    bodies=(NamedBody(organisation="apec", url="https://www.apec.fr/"),),
    asked=AskedBack(question="Êtes-vous cadre ?", options=(Choice(label="oui"),)),
    understood={"age": 42},
)
SEEN = {
    "found": (FoundRecord(record="occupation:macon#pay", score=1.0),),
    "read": Read(
        occupations=(
            ReadOccupation(id="occupation:macon", label="maçon", rome=("F1703",), score=1),
        ),
        profile={"age": 42},
    ),
}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_measures_are_named_by_their_task(task):
    names = [measure.name for measure in task.measures]

    assert all(name.startswith(f"{task.name}.") for name in names)
    assert len(set(names)) == len(names) > 0


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_task_and_its_measures_ask_a_question_of_a_data_set(task):
    asked = [task.asks, *(measure.asks for measure in task.measures)]

    assert all(question.endswith("?") for question in asked)
    assert {measure.dataset for measure in task.measures} <= SCRIPTS.keys()


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_measure_reads_every_item_of_its_data_set_and_scores_some(measure, make_trace):
    replies = (ANSWERED, Observed(outcome="declined"), Observed(outcome=None))
    traces = [make_trace(observed=reply, **SEEN) for reply in replies]

    scores = [measure.score(item, trace) for item in load(measure.dataset) for trace in traces]

    assert any(scores)
