from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.timing import latency, race, seconds


def test_percentiles_are_in_milliseconds_between_neighbours():
    measured = latency([place / 1000 for place in range(1, 101)])

    assert measured.p50_ms == pytest.approx(50.5)
    assert measured.p95_ms == pytest.approx(95.05)
    assert measured.count == 100


@given(st.lists(st.floats(0, 100), min_size=1))
def test_the_95th_percentile_is_among_the_times_and_not_under_the_median(times):
    measured = latency(times)

    assert measured.p50_ms <= measured.p95_ms + 1e-6
    assert measured.p95_ms <= max(times) * 1000 + 1e-6


def test_no_time_has_no_percentile():
    with pytest.raises(ValueError, match="no time"):
        latency([])


def test_subjects_take_turns_in_going_first_and_take_whole_rounds():
    seen: list[tuple[str, int]] = []

    def note(name: str, item: int) -> None:
        seen.append((name, item))

    measured = race({name: partial(note, name) for name in "ab"}, [1, 2], rounds=2)

    assert "".join(name for name, _ in seen) == "aabbbbaa"
    assert [item for _, item in seen] == [1, 2] * 4
    assert {name: one.count for name, one in measured.items()} == {"a": 4, "b": 4}


def test_seconds_are_those_the_work_takes():
    assert 0 <= seconds(lambda: None) < 1
