"""Failures by measure, and what moved against the base."""

from eval.report.failures import failing, movements
from eval.report.rows import rows


def shown(report):
    return failing(report, rows(report))


def test_only_measures_that_have_failures_are_shown(make_report):
    assert [group.row.name for group in shown(make_report())] == [
        "retrieval.recall",
        "retrieval.first",
    ]


def test_an_exchange_is_shown_once_and_pointed_to_from_later_measures(make_report):
    first, second = (group.shown[0] for group in shown(make_report()))

    assert first.first
    assert not second.first
    assert first.anchor == second.anchor


def test_the_worst_are_shown_and_the_others_counted(make_report, result_of, results_of):
    result = result_of("a.b", {"x": 0.5, "y": 0.0, "z": 0.25})

    (group,) = shown(make_report(runs=(results_of(result),), most=2))

    assert [failure.score.item for failure in group.shown] == ["y", "z"]
    assert group.left_out == 1
    assert group.shown[0].item is None


def test_repeats_that_went_alike_are_shown_once(make_report, trace_of):
    traces = (
        trace_of("find-2", seconds=0.1),
        trace_of("find-2", repeat=1, seconds=0.2),
        trace_of("find-2", repeat=2, fault="panne"),
    )

    attempts = shown(make_report(traces=traces))[0].shown[0].attempts

    assert [(one.trace.repeat, one.repeats) for one in attempts] == [(0, 2), (2, 1)]


def test_what_moved_has_the_reason_of_the_run_where_it_is_worse(compared):
    (movement,) = movements(compared, rows(compared), shown(compared))

    (worse,), (better,) = movement.worse, movement.better
    assert (worse.item, worse.why, worse.anchor) == ("find-2", "faute de find-2", "echange-1")
    assert (better.item, better.why, better.anchor) == ("find-1", "faute de find-1", "")


def test_what_moved_beyond_those_shown_is_counted(compared, make_report):
    report = make_report(changes=compared.changes, base=compared.base, most=0)

    (movement,) = movements(report, rows(report), shown(report))

    assert (movement.worse, movement.worse_left_out, movement.better_left_out) == ((), 1, 1)
