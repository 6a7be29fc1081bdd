"""How slow the machine is."""

import threading

import pytest

from eval.runs import pace as pacing
from eval.runs.pace import REFERENCE, pace


@pytest.fixture(autouse=True)
def forgotten():
    """Nothing measured before."""
    pacing._measured.cache_clear()


@pytest.mark.parametrize(("seconds", "expected"), [(REFERENCE / 3, 1), (REFERENCE * 3, 3)])
def test_a_pace_is_how_much_slower_than_the_reference_and_never_faster(
    monkeypatch, seconds, expected
):
    monkeypatch.setattr(pacing, "_work", lambda: seconds)

    assert pace() == pytest.approx(expected)


def test_the_quickest_of_a_few_tries_counts(monkeypatch):
    tries = iter([REFERENCE * 50, REFERENCE * 2, REFERENCE * 9])
    monkeypatch.setattr(pacing, "_work", lambda: next(tries))

    assert pace() == pytest.approx(2)


def test_a_pace_is_believed_for_a_moment_only(monkeypatch):
    now = iter([10.0, 10.1, 1000.0])
    heard = iter([REFERENCE * 2] * 3 + [REFERENCE * 4] * 3)
    monkeypatch.setattr(pacing, "perf_counter", lambda: next(now))
    monkeypatch.setattr(pacing, "_work", lambda: next(heard))

    assert [round(pace()), round(pace()), round(pace())] == [2, 2, 4]


def test_somebody_else_at_work_is_seen():
    alone = min(pacing._work() for _ in range(5))
    done = threading.Event()

    def busy():
        while not done.is_set():
            sum(range(1000))

    others = [threading.Thread(target=busy) for _ in range(3)]
    for other in others:
        other.start()
    try:
        beside = max(pacing._work() for _ in range(20))
    finally:
        done.set()
        for other in others:
            other.join()
    assert beside > 1.5 * alone
