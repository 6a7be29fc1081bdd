"""Texts as rows of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fitting.bags import LIFT, bags

KNOWN = {"a": 0, "b": 1, "c": 2, "d": 3}


@given(st.lists(st.lists(st.sampled_from("abcdxy")), max_size=5))
def test_each_text_weighs_the_same_whatever_it_holds_but_nothing_known(held):
    rows = bags(held, KNOWN)

    assert rows.shape == (len(held), len(KNOWN))
    for row, words in zip(rows.toarray(), held, strict=True):
        known = set(words) & KNOWN.keys()
        assert {word for word, at in KNOWN.items() if row[at]} == known
        assert (row**2).sum() == pytest.approx(LIFT**2 if known else 0)
