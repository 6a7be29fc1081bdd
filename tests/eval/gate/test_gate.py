"""Green or red, and why."""

from datetime import date

import pytest

from corpus.model.errors import InputError
from eval.gate.gate import Broken, Kind, gate
from eval.gate.thresholds import Threshold, Thresholds, default_path, read_thresholds
from eval.runs.compare import compare
from eval.runs.folder import About, Results
from eval.runs.results import ItemScore, MeasureResult


def results(values, faulted=()):
    scores = tuple(
        ItemScore(item=f"i{n}", value=v, why="non" if v < 1 else "") for n, v in enumerate(values)
    )
    measure = MeasureResult(
        name="a.b", task="a", dataset="x", asks="?", scores=scores, unscored=0, faulted=faulted
    )
    return Results(about=About(subject="s", split="development"), measures=(measure,))


def demands(floor=0.5, **given):
    threshold = Threshold(floor=floor, target=0.9, reason="essai", **given)
    return Thresholds(day=date(2026, 11, 28), measure={"a.b": threshold})


def kinds(verdict):
    return [broken.kind for broken in verdict.broken]


def test_what_meets_every_demand_is_green():
    assert gate(results([1.0, 0.0]), [], demands()).green


def test_a_measure_at_its_floor_is_green():
    assert gate(results([1.0, 0.0]), [], demands(floor=0.5)).green


def test_under_its_floor_a_measure_is_red_and_names_its_items():
    verdict = gate(results([1.0, 0.0, 0.0, 0.0]), [], demands())

    assert verdict.broken == (
        Broken(measure="a.b", kind=Kind.FLOOR, found=0.25, demanded=0.5, items=("i1", "i2", "i3")),
    )


def test_a_measure_that_was_not_taken_is_red():
    absent = Broken(measure="a.b", kind=Kind.ABSENT, found=None, demanded=0.5)

    assert gate(results([]), [], demands()).broken == (absent,)
    empty = results([1.0]).model_copy(update={"measures": ()})
    assert gate(empty, [], demands()).broken == (absent,)


def test_items_that_could_not_be_asked_are_red():
    verdict = gate(results([1.0], faulted=("i7", "i8")), [], demands())

    assert verdict.broken == (
        Broken(measure="a.b", kind=Kind.FAULT, found=2.0, demanded=0.0, items=("i7", "i8")),
    )


def test_every_demand_that_is_not_met_is_named():
    demanded = demands().measure | {"a.c": Threshold(floor=0.1, target=0.9, reason="essai")}
    both = Thresholds(day=date(2026, 11, 28), measure=demanded)

    verdict = gate(results([0.0], faulted=("i7",)), [], both)

    assert kinds(verdict) == [Kind.FAULT, Kind.FLOOR, Kind.ABSENT]
    assert verdict.checked == 2


def test_a_fall_beyond_chance_is_red_even_above_the_floor():
    ours, base = results([0.0] * 10 + [1.0] * 20), results([1.0] * 30)

    verdict = gate(ours, compare(ours, base), demands(fall=0.1))

    (broken,) = verdict.broken
    assert (broken.measure, broken.kind) == ("a.b", Kind.FALL)
    assert broken.found == pytest.approx(-1 / 3)
    assert broken.demanded == -0.1
    assert broken.items == tuple(f"i{n}" for n in range(10))


@pytest.mark.parametrize(("fall", "green"), [(0.3, False), (0.3125, True), (0.4, True)])
def test_a_fall_within_what_is_let_pass_is_green(fall, green):
    ours, base = results([0.0] * 10 + [1.0] * 22), results([1.0] * 32)

    assert gate(ours, compare(ours, base), demands(fall=fall)).green is green


def test_a_small_fall_on_each_of_many_measures_is_red():
    names = [f"a.{n}" for n in range(14)]
    ours, base = many(names, [0.0] + [1.0] * 19), many(names, [1.0] * 20)
    demanded = {n: Threshold(floor=0.9, target=0.9, reason="essai") for n in names}

    verdict = gate(ours, compare(ours, base), Thresholds(day=date(2026, 11, 28), measure=demanded))

    assert [(broken.measure, broken.kind) for broken in verdict.broken] == [
        ("a.*", Kind.FALL),
        ("*", Kind.FALL),
    ]
    assert [broken.demanded for broken in verdict.broken] == [0.0, 0.0]
    assert [(broken.found, broken.demanded) for broken in verdict.broken] == [(None, 0.0)] * 2
    assert len(verdict.broken[0].items) == 14


def many(names, values):
    """Results of several measures, each over items of its own."""
    measures = [
        MeasureResult(
            name=name,
            task="a",
            dataset="x",
            asks="?",
            unscored=0,
            scores=tuple(
                ItemScore(item=f"{name}-{n}", value=v, why="" if v == 1 else "non")
                for n, v in enumerate(values)
            ),
        )
        for name in names
    ]
    return Results(about=About(subject="s", split="development"), measures=tuple(measures))


@pytest.mark.parametrize(("left", "green"), [(8, True), (7, False), (1, False)])
def test_items_scored_no_more_are_not_hidden_by_the_rest(left, green):
    ours, base = results([1.0] * left), results([1.0] * 10)

    verdict = gate(ours, compare(ours, base), demands())

    assert verdict.green is green
    if not green:
        (broken,) = verdict.broken
        assert (broken.measure, broken.kind) == ("a.b", Kind.UNSCORED)
        assert broken.demanded == 0.8
        assert broken.found == pytest.approx(left / 10)
        assert broken.items == tuple(f"i{n}" for n in range(left, 10))


def test_a_run_that_scores_none_of_the_items_of_its_base_is_red():
    ours, base = many(["a.b"], [1.0]), results([1.0])

    verdict = gate(ours, compare(ours, base), demands())

    assert verdict.broken == (
        Broken(measure="a.b", kind=Kind.UNSCORED, found=0.0, demanded=0.8, items=("i0",)),
    )


def test_items_the_base_did_not_score_are_no_loss():
    ours, base = results([1.0] * 10), results([1.0])

    assert gate(ours, compare(ours, base), demands()).green


def test_a_fall_within_chance_is_green():
    ours, base = results([0.0] + [1.0] * 20), results([1.0] * 21)

    assert gate(ours, compare(ours, base), demands()).green


def test_a_gate_that_looks_at_nothing_is_not_green():
    assert not gate(results([1.0]), [], Thresholds(day=date(2026, 11, 28), measure={})).green


@pytest.mark.parametrize(
    ("floor", "target", "reason"), [(0.9, 0.8, "r"), (-0.1, 1, "r"), (0.1, 1.1, "r"), (0.1, 1, " ")]
)
def test_a_demand_that_makes_no_sense_is_refused(floor, target, reason):
    with pytest.raises(ValueError, match="floor"):
        Threshold(floor=floor, target=target, reason=reason)


@pytest.mark.parametrize(
    "text",
    ["day = [", "day = 2026-11-28", 'day = 2026-11-28\n[measure."a"]\nfloor = 2\ntarget = 1'],
)
def test_a_wrong_file_is_named(tmp_path, text):
    path = tmp_path / "seuils.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"seuils\.toml"):
        read_thresholds(path)
    with pytest.raises(InputError, match="absent"):
        read_thresholds(tmp_path / "absent.toml")


def test_every_floor_of_the_repository_has_its_reason():
    demanded = read_thresholds(default_path()).measure

    assert demanded
    assert all(len(threshold.reason) > 20 for threshold in demanded.values())
