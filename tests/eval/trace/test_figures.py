"""Figures read in digits and in words."""

import re

import pytest

from assistant.text import fold
from corpus.model.fact import Property
from eval.trace.figures import claimed_figures, figures, in_digits, patterns, plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("de 1 770 à 2 300 €", {"1770", "2300"}),
        ("1\u202f770 ou 1\xa0770 ou 1\u2009770", {"1770"}),
        ("1,770 gross", {"1770"}),
        ("12,500 puis 12,5 puis 12.50", {"12500", "12.5"}),
        ("0,125", {"0.125"}),
        ("1 867,02 €", {"1867.02"}),
        ("1,867.02", {"1867.02"}),
        ("en 2024 300 lits", {"2024", "300"}),
        ("le 06/07", {"6", "7"}),
        ("12 3456", {"12", "3456"}),
        ("1770..2300", {"1770", "2300"}),
        ("100 et 100,0", {"100"}),
        ("sans", set()),
        ("88 pour cent, 7 per cent", {"88", "7"}),
    ],
)
def test_figures_in_digits_are_written_one_way(text, read):
    assert figures(text) == claimed_figures(text) == read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trente-deux ans", "32"),
        ("dix-sept", "17"),
        ("vingt et un", "21"),
        ("vingt-et-un", "21"),
        ("soixante et onze", "71"),
        ("soixante-dix", "70"),
        ("soixante-dix-huit", "78"),
        ("soixante-douze", "72"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-dix-sept", "97"),
        ("quatre-vingt-douze", "92"),
        ("cent vingt-cinq", "125"),
        ("deux cents", "200"),
        ("cent pour cent", "100"),
        ("pour deux", "2"),
        ("mille", "1000"),
        ("deux mille trois cents euros", "2300"),
        ("deux cent mille", "200000"),
        ("trois millions", "3000000"),
        ("Douze\xa0mois", "12"),
        ("twenty-one months", "21"),
    ],
)
def test_figures_in_words_are_read(text, value):
    assert figures(text) == claimed_figures(text) == {value}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("deux trois ans", "2 3 ans"),
        ("deux ou trois ans", "2 ou 3 ans"),
        ("deux, trois", "2, 3"),
        ("deux et trois", "2 et 3"),
        ("cent et un", "100 et 1"),
        ("trente-dix", "30-10"),
        ("quinze-deux", "15-2"),
        ("quatre-dix", "4-10"),
        ("soixante vingt", "60 20"),
        ("cinq vingt", "5 20"),
        ("cent cent", "100 100"),
        ("vingt et deux", "20 et 2"),
        ("en deux mots", "en 2 mots"),
        ("cinquantaine", "cinquantaine"),
    ],
)
def test_words_that_do_not_make_one_figure_make_several(text, digits):
    assert in_digits(text) == digits


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("un diplôme neuf", set()),
        ("un an", {"1"}),
        ("une année", {"1"}),
        ("neuf mois", {"9"}),
        ("un sur deux", {"1", "2"}),
        ("one year", {"1"}),
        ("l'un ou trois ans", {"3"}),
    ],
)
def test_a_word_that_may_be_no_figure_is_claimed_only_before_a_unit(text, claimed):
    assert claimed_figures(text) == claimed


def test_a_word_that_may_be_a_figure_proves_one():
    assert figures("un diplôme neuf") == {"1", "9"}
    assert plain("012,50") == "12.5"


@pytest.mark.parametrize("side", ["after", "before", "near"])
def test_figures_are_bound_to_properties_there_are(side):
    assert {Property(name) for name in patterns(side)}


def test_the_words_around_figures_are_patterns_over_folded_text():
    near = [mark for pair in patterns("near").values() for mark in (pair["own"], pair["rival"])]
    held = [*patterns("after").values(), *patterns("before").values(), *near]

    assert all(re.compile(pattern) and pattern == fold(pattern) for pattern in held if held)


def test_every_month_has_its_names():
    assert sorted(patterns("months")) == [f"{number:02}" for number in range(1, 13)]
