"""Dates and values in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording import wording
from assistant.wording.figures import date_in_words, value_in_words


@pytest.mark.parametrize(
    ("value", "french"),
    [
        ("2024-06-25", "25 juin 2024"),
        ("2026-03-01", "1er mars 2026"),
        ("2024-06", "juin 2024"),
        ("2024", "2024"),
        ("2024-13", "2024-13"),
        ("rentrée 2024", "rentrée 2024"),
        ("", ""),
    ],
)
def test_a_date_reads_as_french_people_write_it(value: str, french: str) -> None:
    assert date_in_words(value, wording()) == french


@pytest.mark.parametrize(
    ("value", "unit", "french"),
    [
        ("1990", "EUR/month gross", "1\u202f990\u00a0€ brut par mois"),
        ("1990..2300", "EUR/month gross", "de 1\u202f990 à 2\u202f300\u00a0€ brut par mois"),
        ("11.88", "EUR/hour gross", "11,88\u00a0€ brut par heure"),
        ("1234567", "EUR", "1\u202f234\u202f567\u00a0€"),
        ("5", "level", "niveau 5"),
        ("1", "years", "1 an"),
        ("3", "years", "3 ans"),
        ("3114", "phone number", "3114"),
        ("2026-01", "date", "janvier 2026"),
        ("diplôme d'État", "name", "diplôme d'État"),
        ("2", "lunes", "2 lunes"),
        ("2026-01-01", "", "1er janvier 2026"),
        ("BTS Diététique", "", "BTS Diététique"),
    ],
)
def test_a_value_reads_with_its_unit(value: str, unit: str, french: str) -> None:
    assert value_in_words(value, unit, wording()) == french


@given(st.text(), st.text())
def test_no_value_whatever_fails(value: str, unit: str) -> None:
    assert isinstance(value_in_words(value, unit, wording("en")), str)


@given(st.integers(0, 10**12))
def test_grouping_keeps_every_digit(number: int) -> None:
    told = value_in_words(str(number), "EUR", wording())

    assert "".join(c for c in told if c.isdecimal()) == str(number)
