"""Folding, words and numbers."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.text import fold, numbers, words
from assistant.wording import wording
from assistant.wording.figures import number_in_words


def test_folding_drops_accents_and_case():
    assert fold("Élève d’œuvre") == "eleve d'oeuvre"


@given(st.text())
def test_folding_any_text_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_an_elided_article_is_a_word_of_its_own():
    assert words("L'infirmière") == ["l", "infirmiere"]


def test_a_french_thousands_separator_does_not_split_a_number():
    assert numbers("1 990 €, 12\u202f300 € et 1.990") == {"1990", "12300", "1.99"}


def test_a_year_beside_a_number_is_not_glued_to_it():
    assert numbers("en 2024 300 personnes") == {"2024", "300"}


@given(st.integers(0, 10**9))
def test_a_number_written_in_french_reads_back(value):
    assert numbers(number_in_words(str(value), wording())) == {str(value)}
