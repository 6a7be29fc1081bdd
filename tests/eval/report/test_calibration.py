"""Scores of the subject beside what is right."""

from eval.report.calibration import bins, first_found, first_read


def test_a_first_passage_counts_as_right_by_its_sheet(make_report, trace_of):
    items = make_report().items

    assert first_found(items, [trace_of("find-1"), trace_of("find-2")]) == [
        (0.8123, False),
        (0.8123, True),
    ]


def test_an_item_that_expects_no_passage_or_a_subject_that_shows_none_has_no_pair(
    make_report, trace_of
):
    traces = [trace_of("refer-1"), trace_of("find-1", found=None), trace_of("find-1", found=())]
    unasked = [trace_of("find-1", fault="panne"), trace_of("unknown")]

    assert first_found(make_report().items, [*traces, *unasked]) == []


def test_a_first_occupation_counts_as_right_by_its_code(make_item, make_report, trace_of):
    right, wrong = make_item(rome=["A1", "F1703"]), make_item(rome=["A1"])

    assert first_read({"find-1": right}, [trace_of("find-1")]) == [(0.9, True)]
    assert first_read({"find-1": wrong}, [trace_of("find-1")]) == [(0.9, False)]
    assert first_read({"find-1": right}, [trace_of("find-1", read=None)]) == []


def test_too_few_pairs_make_no_bin():
    assert bins([(0.5, True)] * 19) == []
    assert len(bins([(0.5, True)] * 20)) == 2


def test_bins_hold_as_many_pairs_each_from_the_lowest_scores_up():
    pairs = [(n / 100, n >= 50) for n in reversed(range(100))]

    found = bins(pairs)

    assert len(found) == 8
    assert {one.items for one in found} <= {12, 13}
    assert sum(one.items for one in found) == 100
    assert (found[0].lowest, found[-1].highest) == (0.0, 0.99)
    assert (found[0].right, found[-1].right) == (0.0, 1.0)
    assert found[0].interval.high > 0
