"""A run over one split."""

import json

from eval.commands import TASKS, load_datasets
from eval.run import run, to_json
from eval.tasks.outcomes import ABSTENTION, CRISIS_LINES

SPLIT = "development"


def test_only_the_split_asked_for_is_scored(subject):
    datasets = load_datasets([ABSTENTION])

    (result,) = run(subject(), [ABSTENTION], datasets, SPLIT)

    assert {one.item.split for one in result.scored} == {SPLIT}
    assert 0 < result.mean < 1
    assert result.interval[0] < result.mean < result.interval[1]


def test_items_that_cannot_be_scored_are_absent_rather_than_wrong(subject):
    (result,) = run(subject(), [CRISIS_LINES], load_datasets([CRISIS_LINES]), SPLIT)

    assert (result.scored, result.mean) == ((), None)
    assert result.unscored > 0


def test_each_failure_is_told_with_its_reason(subject):
    (result,) = run(subject(), [ABSTENTION], load_datasets([ABSTENTION]), SPLIT)

    told = json.loads(json.dumps(to_json(result)))

    assert len(told["failures"]) == len(result.failures) > 0
    assert all(failure["why"] for failure in told["failures"])


def test_every_task_has_its_data_set_and_says_what_it_asks():
    datasets = load_datasets(TASKS)

    assert {task.dataset for task in TASKS} == set(datasets)
    assert all(task.asks.endswith("?") for task in TASKS)
