"""The draw is bounded, always the same, and blind to what was said."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.live.quota import DEFAULT, draw


def ids(samples):
    return [sample.key for sample in samples]


@pytest.fixture
def week(read, make_sample):
    """Five samples a day and a site, over two days and two sites."""
    made = (
        make_sample(f"{site}{ago}{n}", ago=ago, site=site)
        for site in ("a", "b")
        for ago in (0, 1)
        for n in range(5)
    )
    return read(*made).samples


def test_at_most_so_many_are_drawn_a_day_and_a_site(week, today):
    drawn = draw(week, 2)

    yesterday = today - timedelta(days=1)
    places = [(sample.day, sample.site) for sample in drawn]
    expected = [(yesterday, "a"), (yesterday, "b"), (today, "a"), (today, "b")]
    assert places == [place for place in expected for _ in range(2)]


def test_fewer_than_the_quota_are_all_drawn(week):
    assert sorted(ids(draw(week, 5))) == sorted(ids(week))


def test_a_smaller_draw_is_part_of_a_larger_one(week):
    assert set(ids(draw(week, 1))) < set(ids(draw(week, 3)))


@given(order=st.randoms())
@settings(deadline=None)
def test_the_draw_does_not_depend_on_the_order(order, samples_of_a_day):
    shuffled = order.sample(samples_of_a_day, len(samples_of_a_day))

    assert ids(draw(shuffled, 3)) == ids(draw(samples_of_a_day, 3))


def test_the_draw_does_not_depend_on_what_was_said(read, make_sample, make_reply):
    plain = read(*(make_sample(n) for n in range(20))).samples
    other = make_reply(outcome="declined", sentences=[])
    changed = read(*(make_sample(n, reply=other, message="?") for n in range(20))).samples

    assert ids(draw(plain, 7)) == ids(draw(changed, 7))


def test_the_draw_is_not_the_order_of_the_ids(read, make_sample):
    samples = read(*(make_sample(n) for n in range(50))).samples

    assert ids(draw(samples, 5)) != sorted(ids(samples))[:5]


def test_the_default_is_two_hundred():
    assert DEFAULT == 200
