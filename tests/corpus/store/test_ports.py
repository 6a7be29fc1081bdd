"""Ids of what is searched by meaning beside passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.document import Kind
from corpus.store.ports import SHELVES, Beside, owner_of, shelved

owners = st.text() | st.text(st.sampled_from("ab?:0"))


@given(owner=owners, number=st.integers(0))
def test_an_id_on_a_shelf_beside_tells_its_owner_and_its_number(owner, number):
    assert owner_of(shelved(owner, number)) == (owner, number)


@given(one=st.tuples(owners, st.integers(0)), other=st.tuples(owners, st.integers(0)))
def test_two_texts_never_share_an_id(one, other):
    assert (shelved(*one) == shelved(*other)) == (one == other)


@pytest.mark.parametrize("id_", ["out_of_scope:3", "", "essai:1:#access-1:0"])
def test_an_id_of_no_owner_is_refused(id_):
    with pytest.raises(ValueError, match="int"):
        owner_of(id_)


def test_every_kind_and_everything_beside_has_one_shelf_of_its_own_name():
    assert set(SHELVES) == {*Kind, *Beside}
    assert len({str(shelf) for shelf in SHELVES}) == len(SHELVES) == len(Kind) + len(Beside)
