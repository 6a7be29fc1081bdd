"""What differs, at a glance."""

import pytest

from eval.scorers.difference import differences, words_changed


def test_the_words_that_change_are_shown_one_run_at_a_time():
    assert words_changed("dure 3 ans en IFSI", "dure 5 ans en école") == "[3 → 5] [IFSI → école]"


def test_words_added_and_lacking_are_shown_beside_nothing():
    assert words_changed("il dure 3 ans", "dure 3 ans pile") == "[il → ] [ → pile]"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("answered", "declined", "[answered → declined]"),
        ("un deux trois", "a b c", "[un deux trois → a b c]"),
        ("un deux trois quatre", "un deux c d", "[trois quatre → c d]"),
        ("un deux trois quatre", "un b c d", "lacks un deux trois quatre, adds un b c d"),
        ("un", "a b c d", "lacks un, adds a b c d"),
    ],
)
def test_one_text_for_another_is_shown_word_by_word_when_few_or_near(before, after, shown):
    assert differences({before}, {after}) == shown


def test_what_is_lacking_and_added_is_named_in_order():
    assert differences({"b", "a", "same"}, {"same", "d", "c"}) == (
        "lacks a, lacks b, adds c, adds d"
    )


def test_what_is_only_lacking_is_named():
    assert differences({"a"}, set()) == "lacks a"


def test_a_long_text_is_cut():
    assert differences({"x" * 120}, set()) == f"lacks {'x' * 120}"
    assert differences({"x" * 121}, set()) == f"lacks {'x' * 120}…"
