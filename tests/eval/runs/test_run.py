"""A run from end to end."""

from dataclasses import replace

import pytest

from corpus.model.errors import InputError
from eval.runs.folder import RunFolder, read_results
from eval.runs.run import OtherRunError, digest, run
from eval.tasks.base import Task


def test_only_the_data_sets_measured_are_asked(make_plan, tmp_path):
    plan = make_plan("un", "deux")

    results = run(plan, tmp_path)

    assert plan.subject.asked == 2
    assert results.measures[0].mean == 1.0
    assert results.about.datasets.keys() == {"retrieval"}


def test_what_cannot_be_scored_is_absent_and_what_breaks_is_a_fault(make_plan, parrot, tmp_path):
    plan = make_plan("un", "sans note", "casse", subject=parrot(breaks_on=("casse",)))

    (measure,) = run(plan, tmp_path).measures

    assert (len(measure.scores), measure.unscored, measure.faults) == (1, 1, 1)


def test_a_failure_tells_why(make_plan, parrot, tmp_path):
    (measure,) = run(make_plan("un", subject=parrot(says="non")), tmp_path).measures

    assert [(f.item, f.value, f.why) for f in measure.failures] == [
        ("essai-0", 0.0, "dit autre chose")
    ]


def test_repeats_are_asked_again_and_count_as_one_item(make_plan, tmp_path):
    plan = make_plan("un", "deux", repeats=3)

    results = run(plan, tmp_path)

    assert plan.subject.asked == 6
    assert len(results.measures[0].scores) == 2


def test_a_stopped_run_goes_on_where_it_was(make_plan, tmp_path):
    run(make_plan("un", "deux"), tmp_path)
    path = tmp_path / "traces.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(lines[0] + lines[1][:20], encoding="utf-8")
    again = make_plan("un", "deux")

    results = run(again, tmp_path)

    assert again.subject.asked == 1
    assert len(results.measures[0].scores) == 2


def test_what_broke_is_asked_again(make_plan, parrot, tmp_path):
    run(make_plan("un", subject=parrot(breaks_on=("un",))), tmp_path)

    (measure,) = run(make_plan("un"), tmp_path).measures

    assert (measure.mean, measure.faults) == (1.0, 0)


@pytest.mark.parametrize("change", [{"split": "test"}, {"repeats": 2}, {"extra": {"day": "hier"}}])
def test_another_run_is_never_mixed_in(make_plan, tmp_path, change):
    run(make_plan("un"), tmp_path)

    with pytest.raises(OtherRunError, match="autre mesure"):
        run(make_plan("un", **change), tmp_path)


def test_relabelled_items_are_other_items(make_items):
    one, other = make_items("un", "deux")

    assert digest([one, other]) == digest([other, one])
    assert digest([one]) != digest([replace(one, expected={"text": "non"})])


def test_slow_measures_are_left_out_of_a_quick_run(make_plan):
    plan = make_plan("un")
    (measure,) = plan.tasks[0].measures
    slow = Task(name="lent", asks="?", measures=(replace(measure, name="lent.oui", slow=True),))

    names = [m.name for _, m in replace(plan, tasks=[*plan.tasks, slow], slow=False).measures]

    assert names == ["accord.oui"]


def test_each_trace_is_told_while_it_runs(make_plan, tmp_path):
    heard = []

    run(make_plan("un", "deux"), tmp_path, lambda _, done, total: heard.append((done, total)))

    assert heard == [(1, 2), (2, 2)]


def test_a_run_kept_is_read_again(make_plan, tmp_path):
    results = run(make_plan("un"), tmp_path)

    assert read_results(tmp_path) == read_results(tmp_path / "results.json") == results
    assert results.about.memory > 0
    assert results.about.seconds > 0
    assert results.about.machine


def test_a_run_that_is_not_there_or_damaged_is_named(tmp_path):
    with pytest.raises(InputError, match=r"results\.json"):
        read_results(tmp_path)
    (tmp_path / "results.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="évaluation"):
        read_results(tmp_path)


def test_damaged_traces_are_named(make_plan, tmp_path):
    run(make_plan("un"), tmp_path)
    (tmp_path / "traces.jsonl").write_text('{"item": 3}\n', encoding="utf-8")

    with pytest.raises(InputError, match=r"traces\.jsonl"):
        RunFolder(tmp_path).traces()


def test_two_runs_of_the_same_code_agree(make_plan, tmp_path):
    one, other = (run(make_plan("un", "deux"), tmp_path / name) for name in "ab")

    assert one.measures == other.measures
