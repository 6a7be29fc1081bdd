"""Typed facts in words."""

from datetime import date

import pytest

from assistant.composition.facts import current, worded
from assistant.wording import wording
from corpus.model.fact import Fact, Property


@pytest.fixture
def make_fact():
    def make(**changes):
        values = {
            "id": "f",
            "subject": "s",
            "property": Property.SALARY_ENTRY,
            "value": "1990",
            "unit": "EUR/month gross",
            "period": "2024-06-25",
            "scope": "France",
            "quote": "1 990 €",
            "source_id": "essai",
        }
        return Fact(**{**values, **changes})

    return make


def test_pay_is_said_with_its_unit_place_and_date(make_fact):
    text = worded(make_fact(), wording("fr"))

    assert (
        text == "Salaire au début : 1\u202f990\u00a0€ brut par mois "
        "(France, donnée publiée : 25 juin 2024)."
    )


def test_a_range_of_pay_stays_a_range(make_fact):
    assert "de 1\u202f850 à 2\u202f300\u00a0€" in worded(
        make_fact(value="1850..2300"), wording("fr")
    )


def test_a_fact_that_has_run_out_is_not_current(make_fact):
    today = date(2026, 11, 23)
    old, last_day, open_ended = (make_fact(valid_until=v) for v in ("2026-11-22", "2026-11-23", ""))

    assert current([old, last_day, open_ended], today) == [last_day, open_ended]
