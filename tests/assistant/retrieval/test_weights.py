"""What each signal weighs, and the standing of a source."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence import Signal
from assistant.retrieval.weights import Weights, load_weights
from corpus.model.source import Source

TODAY = date(2026, 11, 28)
WEIGHTS = Weights(signals={}, authority=0.6, fresh=0.3, territory=0.1)


def source(**changes):
    values = {
        "id": "essai",
        "title": "Source d'essai",
        "publisher": "Éditeur",
        "licence": "Licence Ouverte 2.0",
        "connector": "essai",
        "published": "2026",
        "retrieved": TODAY,
        "freshness_days": 100,
        "authority": 1.0,
        "territory": "Normandie",
    }
    return Source(**{**values, **changes})


def standing_of(one):
    return WEIGHTS.standings([one], TODAY)[one.id]


def standing(**changes):
    return standing_of(source(**changes))


def test_a_source_of_authority_fresh_and_of_the_territory_stands_highest():
    assert standing() == pytest.approx(1.0)


def test_each_source_has_its_own_standing():
    found = WEIGHTS.standings([source(id="a"), source(id="b", authority=0.5)], TODAY)

    assert found == {"a": pytest.approx(1.0), "b": pytest.approx(0.7)}


def test_a_source_for_the_whole_country_stands_a_little_lower():
    assert standing(territory="FR") == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("age", "expected"), [(-10, 1.0), (0, 1.0), (100, 1.0), (200, 0.85), (400, 0.775)]
)
def test_a_source_stands_lower_the_longer_its_limit_is_past(age, expected):
    assert standing(retrieved=TODAY - timedelta(days=age)) == pytest.approx(expected)


def test_a_source_never_fresh_loses_that_part_only():
    yesterday = TODAY - timedelta(days=1)

    assert standing(freshness_days=0, retrieved=yesterday) == pytest.approx(0.7)


def test_a_source_never_fresh_is_fresh_the_day_it_was_read():
    assert standing(freshness_days=0) == pytest.approx(1.0)


def test_only_the_proportions_of_what_makes_a_standing_count():
    tenfold = Weights(signals={}, authority=6.0, fresh=3.0, territory=1.0)

    one = source(authority=0.5, territory="FR")

    assert tenfold.standings([one], TODAY) == {"essai": pytest.approx(standing_of(one))}


@given(
    authority=st.floats(0, 1),
    limit=st.integers(0, 4000),
    retrieved=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    territory=st.sampled_from(["FR", "Normandie", ""]),
)
def test_a_standing_is_between_nothing_and_one(authority, limit, retrieved, territory):
    reached = standing(
        authority=authority, freshness_days=limit, retrieved=retrieved, territory=territory
    )

    assert 0 <= reached <= 1 + 1e-9


def test_the_weights_served_weigh_every_signal_and_only_one_speaks_against():
    weights = load_weights()

    assert weights.signals.keys() == set(Signal)
    assert [signal for signal, weight in weights.signals.items() if weight < 0] == [Signal.APART]
    assert weights.authority + weights.fresh + weights.territory == pytest.approx(1)
