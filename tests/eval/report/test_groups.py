"""Targets by task; publics and territories beside everybody on the same measures."""

import pytest

from eval.report.groups import Reached, per_public, per_task, per_territory


def test_a_task_counts_its_targets_and_those_reached_run_by_run(make_report):
    retrieval, referral = per_task(make_report())

    assert (retrieval.task, retrieval.ours) == ("retrieval", Reached(reached=1, aimed=2))
    assert retrieval.others == (Reached(reached=0, aimed=1),)
    assert (referral.ours, referral.others) == (Reached(reached=1, aimed=1), (Reached(),))


def test_what_has_no_target_or_no_score_counts_for_no_task(make_report, results_of, result_of):
    run = results_of(result_of("a.b", {"x": 1.0}), result_of("c.d", {}))

    assert per_task(make_report(runs=(run,), targets={"c.d": 0.5, "absent": 1.0})) == []


def test_a_target_that_is_just_reached_is_reached(make_report, results_of, result_of):
    run = results_of(result_of("a.b", {"x": 0.5}))

    (task,) = per_task(make_report(runs=(run,), targets={"a.b": 0.5}))

    assert task.ours == Reached(reached=1, aimed=1)


def test_publics_stand_beside_the_mean_of_the_same_measures_worst_served_first(make_report):
    adults, pupils = per_public(make_report())

    # find-2: 0 and 0.5, where the measures' means are 0.5 and 0.5.
    assert (adults.code, adults.gap, adults.items) == ("adulte", -0.25, 1)
    # find-1: 1, mean 0.5; refer-1: 1, mean 1.
    assert (pupils.code, pupils.gap, pupils.items) == ("lyceen", 0.25, 2)
    assert (pupils.interval.low, pupils.interval.high) == (0.0, 0.5)


def test_a_hard_measure_puts_nobody_below_the_others(make_report, results_of, result_of):
    hard = results_of(
        result_of("retrieval.recall", {"find-1": 0.1, "find-2": 0.1}),
        result_of("referral.bodies", {"refer-1": 0.9}),
    )

    assert [group.gap for group in per_public(make_report(runs=(hard,)))] == [
        pytest.approx(0.0),
        pytest.approx(0.0),
    ]


def test_what_names_no_place_is_a_territory_of_its_own(make_report):
    assert [group.code for group in per_territory(make_report())] == ["", "14"]


def test_a_group_nobody_scored_is_absent(make_report, results_of, result_of):
    report = make_report(runs=(results_of(result_of("a.b", {}, unscored=3)),))

    assert per_public(report) == per_territory(report) == []


def test_an_item_the_report_was_not_given_is_of_no_group(make_report, results_of, result_of):
    run = results_of(result_of("a.b", {"find-1": 1.0, "inconnu": 0.0}))

    (group,) = per_public(make_report(runs=(run,)))

    assert (group.code, group.gap, group.items) == ("lyceen", 0.5, 1)
