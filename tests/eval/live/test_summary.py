"""A summary tells every value of every site, and no word of a message or a reply."""

import pytest

from eval.live.drift import Verdict
from eval.live.sample import read_samples
from eval.live.summary import MOST_NAMED, summed_up


@pytest.fixture
def sum_up(write, today):
    """Return what is said of samples written to one file."""

    def make(*samples, quota=200, purged=0):
        reading = read_samples(write(*samples), today)
        return summed_up(reading, quota=quota, purged=purged, today=today)

    return make


def rows(summary, site=0):
    return {row.name: row for row in summary.sites[site].rows}


def test_what_was_read_and_left_out_is_counted(sum_up, make_sample, today):
    summary = sum_up(
        *(make_sample(n) for n in range(4)),
        make_sample(1),
        make_sample(5, ago=-1),
        *(make_sample(n, ago=31) for n in (6, 7, 8)),
        make_sample(9, message="lea@exemple.fr 06 00 00 00 01"),
        quota=3,
        purged=5,
    )

    assert (summary.day, summary.quota, summary.read, summary.drawn) == (today, 3, 4, 3)
    assert (summary.purged, summary.expired, summary.ahead, summary.repeated) == (5, 3, 1, 1)
    assert (summary.unfinished, len(summary.leaks), summary.leaking_lines) == (0, 2, 1)


def test_sites_come_in_order_each_with_its_own_samples(sum_up, make_sample):
    summary = sum_up(make_sample(1, site="b"), make_sample(2, site="a"), make_sample(3, site="b"))

    assert [(site.site, site.samples) for site in summary.sites] == [("a", 1), ("b", 2)]
    assert rows(summary, 1)["latency.whole"].scored == 2


def test_a_value_has_its_mean_and_interval(sum_up, make_sample):
    row = rows(sum_up(*(make_sample(n, seconds=n) for n in range(4))))["latency.whole"]

    assert (row.mean, row.scored) == (0.25, 4)
    assert row.low == pytest.approx(0.0456, abs=1e-4)
    assert row.high == pytest.approx(0.6994, abs=1e-4)
    assert (row.verdict, row.change, row.p_adjusted) == (Verdict.TOO_FEW, None, None)


def test_the_latest_faulty_replies_of_a_measure_are_named_by_id(sum_up, make_sample):
    slow = [make_sample(n, ago=n, seconds=9) for n in range(25)]

    row = rows(sum_up(make_sample(99), *slow))["latency.whole"]

    assert row.faulty == 25
    assert row.replies == tuple(sample["reply_id"] for sample in slow[:MOST_NAMED])


def test_a_share_has_no_faulty_reply(sum_up, make_sample):
    found = rows(sum_up(make_sample()))

    assert (found["outcome.crisis"].mean, found["outcome.crisis"].faulty) == (0.0, 0)
    assert (found["completeness.none"].mean, found["completeness.none"].faulty) == (0.0, 0)


def test_no_word_of_a_message_or_a_reply_is_in_it(sum_up, make_sample, make_reply):
    sentence = {"text": "kumquat  " * 60, "citations": []}
    reply = make_reply(sentences=[sentence], suggestions=["kumquat"])

    told = sum_up(make_sample(message="rutabaga", reply=reply)).model_dump_json()

    assert "kumquat" not in told
    assert "rutabaga" not in told
