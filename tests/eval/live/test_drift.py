"""A drift is told when it is sure and large, and only then."""

import random
from datetime import timedelta

import pytest

from eval.live.drift import Drift, Side, Verdict, drifts
from eval.live.score import Point, names

RECENT = range(7)
BEFORE = range(7, 28)


@pytest.fixture
def points(today):
    """Return points, spread over days given by their age."""

    def make(values, ages):
        days = [today - timedelta(days=ages[n % len(ages)]) for n in range(len(values))]
        return [Point(day=d, reply_id="r", value=v) for d, v in zip(days, values, strict=True)]

    return make


@pytest.fixture
def moved(points, today):
    """Return what became of one value between two periods."""

    def make(recent, before):
        held = [*points(recent, RECENT), *points(before, BEFORE)]
        return drifts({"demo": {"value": held}}, today)[0]

    return make


def flips(right, total):
    return [1.0] * right + [0.0] * (total - right)


def settled(recent, before, p_adjusted):
    side = [Side(count=100, mean=mean) for mean in (recent, before)]
    return Drift(
        site="demo", name="v", recent=side[0], before=side[1], p=0.01, p_adjusted=p_adjusted
    )


def test_a_share_that_falls_is_an_alarm(moved):
    drift = moved(flips(60, 100), flips(240, 300))

    assert drift.verdict is Verdict.ALARM
    assert drift.change == -0.2
    assert drift.p == pytest.approx(0.000158, rel=0.01)


def test_a_share_that_rises_is_an_alarm_too(moved):
    assert moved(flips(80, 100), flips(180, 300)).verdict is Verdict.ALARM


def test_a_mean_that_falls_is_an_alarm(moved):
    drift = moved([0.5, 0.75] * 30, [0.75, 1.0] * 90)

    assert drift.verdict is Verdict.ALARM
    assert drift.change == -0.25
    assert drift.p < 1e-9


def test_a_large_change_that_may_be_chance_is_no_alarm(moved):
    drift = moved(flips(24, 40), flips(28, 40))

    assert drift.change == -0.1
    assert drift.verdict is Verdict.STEADY


def test_a_sure_change_that_is_small_is_no_alarm(moved):
    drift = moved(flips(960, 1000), flips(3000, 3000))

    assert drift.p_adjusted < 0.001
    assert drift.verdict is Verdict.STEADY


@pytest.mark.parametrize(
    ("recent", "before", "p", "verdict"),
    [
        (0.55, 0.5, 0.001, Verdict.STEADY),
        (0.551, 0.5, 0.001, Verdict.ALARM),
        (0.5, 0.55, 0.001, Verdict.STEADY),
        (0.5, 0.551, 0.001, Verdict.ALARM),
        (0.6, 0.5, 0.0499, Verdict.ALARM),
        (0.6, 0.5, 0.05, Verdict.STEADY),
        (0.6, 0.5, None, Verdict.TOO_FEW),
        (None, 0.5, None, Verdict.TOO_FEW),
    ],
)
def test_an_alarm_needs_more_than_five_points_and_less_than_one_chance_in_twenty(
    recent, before, p, verdict
):
    assert settled(recent, before, p).verdict is verdict


@pytest.mark.parametrize(
    ("recent", "before", "verdict"),
    [
        (30, 30, Verdict.ALARM),
        (29, 30, Verdict.TOO_FEW),
        (30, 29, Verdict.TOO_FEW),
        (0, 300, Verdict.TOO_FEW),
        (300, 0, Verdict.TOO_FEW),
    ],
)
def test_too_few_values_on_a_side_are_said_and_never_alarmed(moved, recent, before, verdict):
    drift = moved([0.0] * recent, [1.0] * before)

    assert drift.verdict is verdict
    assert (drift.p is None) is (verdict is Verdict.TOO_FEW)
    assert (drift.recent.count, drift.before.count) == (recent, before)


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_what_never_varies_did_not_move(moved, value):
    drift = moved([value] * 30, [value] * 30)

    assert (drift.p, drift.change, drift.verdict) == (1.0, 0.0, Verdict.STEADY)


def test_the_last_week_is_held_against_the_three_before(points, today):
    held = [points([1.0], [age])[0] for age in (0, 6, 7, 27, 28, 30)]

    (drift,) = drifts({"demo": {"value": held}}, today)

    assert (drift.recent.count, drift.before.count) == (2, 2)
    assert (drift.recent.mean, drift.before.mean) == (1.0, 1.0)


def test_a_side_without_values_has_no_mean_and_no_change(moved):
    drift = moved([], [1.0])

    assert (drift.recent.mean, drift.before.mean, drift.change) == (None, 1.0, None)


def test_chances_are_corrected_over_all_sites_and_values_tested(points, today):
    fallen = [*points(flips(21, 30), RECENT), *points(flips(30, 30), BEFORE)]
    same = [*points(flips(15, 30), RECENT), *points(flips(15, 30), BEFORE)]
    few = points([1.0], RECENT)

    found = drifts({"a": {"v": fallen, "few": few}, "b": {"v": same, "w": same}}, today)

    assert [(d.site, d.name) for d in found] == [("a", "v"), ("a", "few"), ("b", "v"), ("b", "w")]
    assert found[0].p_adjusted == pytest.approx(found[0].p * 3)
    assert found[1].p_adjusted is None
    assert found[2].p_adjusted == 1.0


def test_without_drift_at_most_one_repetition_in_twenty_raises_an_alarm(points, today):
    def drawn(chance, share, ages):
        values = [float(chance.random() < share) for _ in range(20 * len(ages))]
        return points(values, ages)

    def alarms(seed):
        chance = random.Random(seed)  # noqa: S311 # not for secrets
        sites = {
            site: {
                name: drawn(chance, share, RECENT) + drawn(chance, share, BEFORE)
                for name in names()
                for share in [chance.uniform(0.1, 0.99)]
            }
            for site in ("a", "b")
        }
        return any(drift.verdict is Verdict.ALARM for drift in drifts(sites, today))

    assert sum(alarms(seed) for seed in range(20)) <= 1


def test_graded_values_without_drift_raise_as_few_alarms(points, today):
    def alarms(seed):
        chance = random.Random(seed)  # noqa: S311 # not for secrets
        values = [chance.choice([0.25, 0.5, 0.75, 1.0]) for _ in range(280)]
        held = points(values[:70], RECENT) + points(values[70:], BEFORE)
        return sum(d.verdict is Verdict.ALARM for d in drifts({"a": {"v": held}}, today))

    assert sum(alarms(seed) for seed in range(20)) <= 1
