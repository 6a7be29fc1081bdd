"""A run beside a base run."""

import pytest

from eval.runs.compare import compare
from eval.runs.folder import About, Results
from eval.runs.results import ItemScore, MeasureResult


def results(**measures):
    """Results whose measures hold these values, item by item."""
    held = [
        MeasureResult(
            name=name,
            task="essai",
            dataset="retrieval",
            asks="?",
            scores=tuple(
                ItemScore(item=f"i{n}", value=v, why="" if v == 1 else "non")
                for n, v in enumerate(values)
                if v is not None
            ),
            unscored=0,
        )
        for name, values in measures.items()
    ]
    return Results(about=About(subject="s", split="development"), measures=tuple(held))


def test_the_same_run_changes_nothing():
    (change,) = compare(results(a=[1.0, 0.0]), results(a=[1.0, 0.0]))

    assert not change.significant
    assert (change.ours, change.base, change.worse, change.better) == (0.5, 0.5, (), ())


def test_items_that_moved_are_named():
    (change,) = compare(results(a=[1.0, 0.0, 1.0]), results(a=[0.0, 1.0, 1.0]))

    assert (change.worse, change.better) == (("i1",), ("i0",))


def test_a_fall_beyond_chance_is_told():
    (change,) = compare(results(a=[0.0] * 10 + [1.0] * 5), results(a=[1.0] * 15))

    assert change.fell


def test_a_rise_is_no_fall():
    (change,) = compare(results(a=[1.0] * 15), results(a=[0.0] * 10 + [1.0] * 5))

    assert change.significant
    assert not change.fell


def test_only_items_both_scored_are_compared():
    (change,) = compare(results(a=[1.0, None, 0.0]), results(a=[1.0, 1.0, None]))

    assert change.difference.items == 1
    assert (change.ours, change.base) == (1.0, 1.0)


def test_a_measure_of_one_run_alone_is_shown_without_a_difference():
    new, gone = compare(results(a=[1.0]), results(b=[0.0]))

    assert (new.measure, new.ours, new.base, new.difference) == ("a", 1.0, None, None)
    assert (gone.measure, gone.ours, gone.base, gone.difference) == ("b", None, 0.0, None)


def test_many_measures_make_each_change_less_sure():
    fall = ([0.0] * 6 + [1.0] * 6, [1.0] * 12)
    (alone,) = compare(results(a=fall[0]), results(a=fall[1]))
    still = {name: [1.0] * 12 for name in "bcdefghij"}

    among = compare(results(a=fall[0], **still), results(a=fall[1], **still))[0]

    assert alone.fell
    assert among.p_adjusted == pytest.approx(10 * alone.p_adjusted)
    assert not among.fell
