"""A run beside a base run."""

import pytest

from eval.runs.compare import compare, incomparable, pooled
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


def test_items_the_base_scored_and_we_do_not_are_named():
    (change,) = compare(results(a=[1.0, None]), results(a=[1.0, 0.0]))

    assert change.lost == ("i1",)


def test_items_count_once_over_the_measures_of_a_task():
    ours = results(**{"t.a": [0.0, 1.0, 0.0], "t.b": [0.0, 0.0, 1.0], "u.c": [1.0, 1.0, 1.0]})
    base = results(**{"t.a": [1.0, 0.0, 1.0], "t.b": [1.0, 1.0, 0.0], "u.c": [1.0, 1.0, 1.0]})

    of_t, of_u, of_all = pooled(compare(ours, base))

    assert (of_t.measure, of_t.worse, of_t.better) == ("t.*", ("i0",), ())
    assert (of_u.measure, of_u.worse, of_u.difference) == ("u.*", (), None)
    assert (of_all.measure, of_all.worse) == ("*", ("i0",))


def test_many_small_falls_make_one_that_is_no_chance():
    fallen = {f"t.{n}": [0.0 if k == n else 1.0 for k in range(12)] for n in range(12)}
    changes = compare(results(**fallen), results(**{name: [1.0] * 12 for name in fallen}))

    assert not any(change.fell for change in changes)
    assert all(change.fell for change in pooled(changes))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"split": "test"}, ["split: test / development"]),
        ({"suite": "frozen"}, ["suite: frozen / "]),
        ({"versions": {"day": "2026-01-01"}}, ["day: 2026-01-01 / None"]),
        ({"versions": {"base": "served"}}, ["base: served / None"]),
        ({"datasets": {"crisis": "b"}}, ["data set crisis: b / a"]),
        ({"datasets": {"other": "b"}}, []),
        ({"subject": "autre", "code": "abc"}, []),
    ],
)
def test_runs_that_were_not_asked_the_same_do_not_compare(change, told):
    base = results(a=[1.0])
    about = base.about.model_copy(update={"datasets": {"crisis": "a"}})
    ours = base.model_copy(update={"about": about.model_copy(update=change)})

    assert incomparable(ours, base.model_copy(update={"about": about})) == told
