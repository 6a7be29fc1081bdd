from hypothesis import given
from hypothesis import strategies as st

from corpus.model.occupation import Occupation
from ingest.normalise import clean, clean_line, clean_occupation


def test_odd_spaces_become_plain_ones_and_letters_are_composed() -> None:
    assert clean("un&nbsp;deux") == "un deux"
    assert clean("3\u202f000\u00a0 euros\u2009!\te\u0301te\u0301") == "3 000 euros ! été"


def test_line_breaks_of_any_kind_are_one() -> None:
    assert clean("un \r\n\r\n deux\u2028trois\x85quatre") == "un\ndeux\ntrois\nquatre"


def test_invisible_characters_go_without_cutting_words() -> None:
    assert clean("for\u00adma\u200btion\x01\ufeff") == "formation"


def test_words_stay_as_published() -> None:
    assert clean("Près de4633 euros") == "Près de4633 euros"


def test_a_line_has_no_break() -> None:
    assert clean_line("un\ndeux") == "un deux"


def test_names_are_cleaned_and_kept_once() -> None:
    occupation = Occupation(
        id="o",
        label="a\u00a0b",
        feminine="a",
        masculine="b",
        rome=(),
        synonyms=("c ", "c", " "),
        described=(" d\n e", "f"),
    )

    cleaned = clean_occupation(occupation)

    assert (cleaned.label, cleaned.synonyms) == ("a b", ("c",))
    assert cleaned.described == ("d e", "f")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.sampled_from("ab \n\t\u00a0"), min_size=1), st.text(st.sampled_from("ab \n")))
def test_a_cleaned_quote_still_stands_in_its_cleaned_text(quote: str, around: str) -> None:
    assert clean(quote) in clean(f"{around}\n{quote}\n{around}")
