"""Figures as a French reader writes them."""

import pytest

from eval.wording.figures import bounds, decimal, memory, moment, percent, points, seconds, whole


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("number", "told"), [(0, "0"), (999, "999"), (1195, "1 195")])
def test_thousands_of_a_whole_number_are_set_apart(number, told):
    assert plain(whole(number)) == told


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [(0.8123, 3, "0,812"), (2, 1, "2,0"), (0.5, 0, "0"), (-1.5, 1, "\N{MINUS SIGN}1,5")],
)
def test_a_decimal_has_as_many_places_as_asked(value, places, told):
    assert decimal(value, places) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "–"),
        (0.0, "0 %"),
        (0.0004, "> 0 %"),
        (0.0006, "0,1 %"),
        (0.7314, "73,1 %"),
        (0.9994, "99,9 %"),
        (0.9996, "< 100 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_told_in_percent_and_never_rounded_to_all_or_nothing(value, told):
    assert plain(percent(value)) == told


def test_bounds_are_told_without_their_unit():
    assert bounds(0.5, 0.75) == "50,0 à 75,0"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "–"),
        (0.0, "0,0 pt"),
        (0.0004, "0,0 pt"),
        (-0.0004, "0,0 pt"),
        (0.051, "+5,1 pt"),
        (-0.4286, "\N{MINUS SIGN}42,9 pt"),
    ],
)
def test_a_change_has_its_sign(value, told):
    assert plain(points(value)) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "–"),
        (0.0012, "1,2 ms"),
        (0.0099, "9,9 ms"),
        (0.01, "10 ms"),
        (1.0, "1,0 s"),
        (59.94, "59,9 s"),
        (60, "1 min 0 s"),
        (3599, "59 min 59 s"),
        (3600, "1 h 0 min"),
        (7384, "2 h 3 min"),
    ],
)
def test_a_time_is_told_in_the_unit_people_would_use(value, told):
    assert plain(seconds(value)) == told


def test_a_size_is_told_in_the_unit_people_would_use():
    assert plain(memory(1_000_000_000)) == "1,0 Go"
    assert plain(memory(1_230_000_000)) == "1,2 Go"
    assert plain(memory(999_000_000)) == "999 Mo"


def test_a_moment_is_a_date_and_a_time_of_day():
    assert moment("2026-11-28T00:31:22+00:00") == "28 novembre 2026, 00 h 31 (UTC)"
    assert moment("2026-11-28") == "28 novembre 2026"
    assert moment("") == ""
