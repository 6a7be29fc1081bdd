"""Replies are scored without a label: shares of kinds, and measures that rest on the reply."""

import pytest

from eval.live.score import MEASURES, NAMES, item_of, names, series, trace_of


@pytest.fixture
def score(read):
    """Return the values of samples, by name, in the order of the samples."""

    def make(*samples):
        held = series(read(*samples).samples)
        return {name: [point.value for point in points] for name, points in held.items()}

    return make


def test_every_measure_asked_for_exists():
    assert {measure.name for measure in MEASURES} == NAMES
    assert len(MEASURES) == len(NAMES)


def test_names_come_in_the_order_of_reports_and_once():
    listed = list(names())

    assert listed[:2] == ["outcome.answered", "outcome.clarify"]
    assert listed[5:8] == ["completeness.complete", "completeness.partial", "completeness.none"]
    assert set(listed[8:]) == NAMES
    assert len(listed) == 8 + len(NAMES)


def test_an_item_and_a_trace_hold_what_the_sample_tells(read, make_sample):
    (sample,) = read(make_sample(language="en", message="How?", seconds=0.2)).samples

    item, trace = item_of(sample), trace_of(sample)

    assert (item.id, item.text, item.language, item.expected) == (sample.key, "How?", "en", {})
    assert (trace.item, trace.only.message, trace.only.language) == (sample.key, "How?", "en")
    assert (trace.only.seconds, trace.only.observed) == (0.2, sample.reply)


def test_a_share_counts_the_replies_of_its_kind(score, make_sample, make_reply):
    declined = make_reply(outcome="declined", completeness="none", sentences=[])

    values = score(make_sample(1), make_sample(2, reply=declined))

    assert values["outcome.answered"] == [1.0, 0.0]
    assert values["outcome.declined"] == [0.0, 1.0]
    assert values["outcome.crisis"] == [0.0, 0.0]
    assert values["completeness.complete"] == [1.0, 0.0]
    assert values["completeness.none"] == [0.0, 1.0]


def test_a_value_keeps_its_day_and_its_reply(read, make_sample, today):
    (sample,) = read(make_sample(ago=0)).samples

    (point,) = series([sample])["latency.whole"]

    assert (point.day, point.reply_id, point.value) == (today, sample.key, 1.0)


def test_a_measure_that_says_nothing_of_a_reply_has_no_value(score, make_sample):
    values = score(make_sample())

    assert values["citations.cited"] == [1.0]
    assert "referral.reasons" not in values


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("citations.cited", {"sentences": [{"text": "Il faut un diplôme.", "citations": []}]}),
        ("citations.support", {"sentences": [{"text": "Les loups hurlent.", "citations": ["s1"]}]}),
        ("citations.numbers", {"sentences": [{"text": "Il faut 7 ans.", "citations": ["s1"]}]}),
        ("citations.names", {"sentences": [{"text": "Voir à Rouen.", "citations": ["s1"]}]}),
        (
            "citations.contacts",
            {"sentences": [{"text": "Voir https://exemple.fr.", "citations": ["s1"]}]},
        ),
        (
            "citations.pay-dated",
            {"sentences": [{"text": "Le salaire est de 1 990 €.", "citations": ["s1"]}]},
        ),
        ("readability.length", {"sentences": [{"text": "mot " * 50, "citations": ["s1"]}]}),
        ("readability.typography", {"sentences": [{"text": "Un  diplôme.", "citations": ["s1"]}]}),
    ],
)
def test_a_fault_of_a_reply_is_scored(score, make_sample, make_reply, name, reply):
    assert score(make_sample(reply=make_reply(**reply)))[name] == [0.0]


def test_a_body_without_reason_and_a_slow_reply_are_scored(
    score, make_sample, make_reply, make_body
):
    reply = make_reply(referrals=[make_body(), make_body(organisation="cio", reason="")])

    values = score(make_sample(reply=reply, seconds=3))

    assert values["referral.reasons"] == [0.5]
    assert values["latency.whole"] == [0.0]
