"""The figures of the table, the same for every kind of report."""

import pytest

from eval.report.rows import Cell, Direction, aimed, by_task, rows, subjects
from eval.runs.compare import compare


def test_a_measure_that_only_another_run_has_comes_last_without_figures_of_ours(make_report):
    found = rows(make_report())

    assert [row.name for row in found] == [
        "retrieval.recall",
        "retrieval.first",
        "referral.bodies",
        "only.theirs",
    ]
    assert found[-1].ours == Cell()
    assert found[-1].others[0].mean == 1.0


def test_a_cell_counts_what_is_right_and_what_is_absent(result_of):
    cell = Cell.of(result_of("a.b", {"x": 1.0, "y": 0.5, "z": 1.0}, unscored=4, faults=2))

    assert (cell.scored, cell.unscored, cell.faults) == (3, 4, 2)
    assert cell.interval.low < cell.mean < cell.interval.high


def test_what_nobody_scored_has_no_mean_and_no_interval(result_of):
    cell = Cell.of(result_of("a.b", {}, unscored=3))

    assert (cell.mean, cell.interval, cell.unscored) == (None, None, 3)
    assert cell.bounds == "–"


def test_bounds_are_told_in_percent(result_of):
    assert Cell.of(result_of("a.b", {"x": 1.0, "y": 0.0})).bounds == "9,5 à 90,5"


@pytest.mark.parametrize(
    ("target", "beyond", "reached", "aim"),
    [
        (0.5, 0.0, True, "atteinte"),
        (0.25, 0.25, True, "atteinte"),
        (0.75, -0.25, False, "\N{MINUS SIGN}25,0\N{NO-BREAK SPACE}pt"),
        (None, None, False, ""),
    ],
)
def test_a_row_says_how_it_stands_to_its_target(make_report, target, beyond, reached, aim):
    row = rows(make_report(targets={"retrieval.recall": target}))[0]

    assert (row.beyond, row.reached, row.aim) == (beyond, reached, aim)


def test_what_nobody_scored_is_not_at_its_target(make_report, result_of, results_of):
    (row,) = rows(make_report(runs=(results_of(result_of("a.b", {})),), targets={"a.b": 0.0}))

    assert (row.target, row.beyond, row.reached, row.aim) == (0.0, None, False, "")


def test_a_table_shows_targets_where_there_is_one(make_report):
    assert aimed(rows(make_report()))
    assert not aimed(rows(make_report(targets={"absent": 0.5})))


def test_rows_keep_their_order_within_their_task(make_report):
    found = by_task(rows(make_report()))

    assert list(found) == ["retrieval", "referral", "only"]
    assert [row.name for row in found["retrieval"]] == ["retrieval.recall", "retrieval.first"]


def test_a_row_says_where_it_went(compared, make_report):
    first, not_shared, *_ = rows(compared)

    assert (first.moved, first.direction) == (0.0, Direction.SAME)
    assert (not_shared.moved, not_shared.direction) == (None, None)
    assert rows(make_report())[0].direction is None


def test_a_rise_and_a_fall_are_told_apart(make_report, result_of, results_of):
    low, high = (results_of(result_of("a.b", {"x": value})) for value in (0.0, 1.0))

    assert rows(_against(make_report, high, low))[0].direction is Direction.UP
    assert rows(_against(make_report, low, high))[0].direction is Direction.DOWN


def test_a_question_is_told_in_french_and_as_the_code_asks_it_where_we_have_no_french(
    make_report,
):
    french, *_, other = rows(make_report())

    assert (french.told[:11], french.in_french) == ("Les fiches ", True)
    assert (other.told, other.in_french) == ("Is only.theirs right?", False)


def test_two_runs_of_one_subject_are_told_apart(make_report, results_of):
    report = make_report(runs=(results_of(), results_of(), results_of(subject="autre")))

    assert subjects(report) == ("Assistant (1)", "Assistant (2)", "autre")


def _against(make_report, ours, base):
    return make_report(runs=(ours,), changes=compare(ours, base), base=base)
