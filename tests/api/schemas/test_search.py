"""What a search may ask, and that what it gives is documented."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from api.schemas.search import (
    LONGEST,
    NearestQuestion,
    OccupationFound,
    PassageRejected,
    PlaceFound,
    SearchExplained,
    SearchRequest,
    SignalOut,
    UnderstoodOut,
)
from api.schemas.value import DocumentOut
from assistant.evidence import Signal, Why
from corpus.model.document import Kind

USE = (Path(__file__).parents[3] / "docs" / "use.md").read_text(encoding="utf-8")
GIVEN = (
    SearchRequest, SearchExplained, UnderstoodOut, OccupationFound, PassageRejected, DocumentOut,
    SignalOut, NearestQuestion,
)  # fmt: skip


def test_only_a_message_is_required():
    asked = SearchRequest.model_validate({"q": "BTS"})

    assert (asked.kind, asked.limit, asked.explain) == (None, 10, False)


def test_what_an_address_holds_is_text_and_is_read_as_what_it_says():
    asked = SearchRequest.model_validate(
        {"q": "é" * LONGEST, "kind": "scheme", "limit": "50", "explain": "1"}
    )

    assert (asked.kind, asked.limit, asked.explain) == (Kind.SCHEME, 50, True)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({}, "missing"),
        ({"q": ""}, "string_too_short"),
        ({"q": "é" * (LONGEST + 1)}, "string_too_long"),
        ({"q": "a\0"}, "null_byte"),
        ({"q": "a\ud800"}, "string_unicode"),
        ({"q": "…\u200b "}, "no_word"),
        ({"q": "BTS", "kind": "Scheme"}, "enum"),
        ({"q": "BTS", "kind": ""}, "enum"),
        ({"q": "BTS", "limit": 0}, "greater_than_equal"),
        ({"q": "BTS", "limit": 51}, "less_than_equal"),
        ({"q": "BTS", "limit": "1.5"}, "int_parsing"),
        ({"q": "BTS", "explain": "oui"}, "bool_parsing"),
        ({"q": "BTS", "site": "demo"}, "extra_forbidden"),
    ],
)
def test_what_the_contract_does_not_name_is_refused(asked, error):
    with pytest.raises(ValidationError) as refused:
        SearchRequest.model_validate(asked)

    assert [one["type"] for one in refused.value.errors()] == [error]


@given(q=st.text(alphabet=st.characters(), max_size=80))
def test_a_message_is_kept_as_it_is_or_refused(q):
    try:
        asked = SearchRequest.model_validate({"q": q})
    except ValidationError:
        return

    assert asked.q == q


@pytest.mark.parametrize(
    "field", dict.fromkeys(name for model in GIVEN for name in model.model_fields)
)
def test_a_field_of_the_search_is_documented(field):
    assert re.search(rf'[`"]{field}[`"]', USE)


@pytest.mark.parametrize("value", [*Signal, *Why, *Kind])
def test_a_value_of_the_search_is_documented(value):
    assert f"`{value}`" in USE


def test_a_place_is_told_without_its_postcodes():
    assert set(PlaceFound.model_fields) == {"code", "name", "department"}
