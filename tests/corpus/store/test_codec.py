"""Whatever a model type holds comes back from JSON as it went in."""

import json
from dataclasses import make_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model.document import Document, Passage, Section, Span
from corpus.model.fact import Fact, Property
from corpus.model.occupation import Occupation
from corpus.model.organisation import Office, Organisation
from corpus.model.referral import Conditions, Effect, Rule
from corpus.model.source import Reference, Source
from corpus.model.territory import Territory
from corpus.model.unanswerable import Unanswerable
from corpus.store.codec import decode, encode

TYPES = [
    *(Document, Passage, Section, Span, Fact, Occupation, Office, Organisation),
    *(Conditions, Effect, Rule, Reference, Source, Territory, Unanswerable),
]


@pytest.mark.parametrize("item_type", TYPES)
@settings(deadline=None)
@given(data=st.data())
def test_every_model_type_survives_json(item_type, data):
    item = data.draw(st.from_type(item_type))

    again = decode(item_type, json.loads(json.dumps(encode(item))))

    # Compared as told: a weight that is no number is not equal to itself.
    assert repr(again) == repr(item)
    assert type(again) is item_type


def test_plain_json_values_are_written_in_declared_order():
    span = encode(Span(start=1, end=3))

    assert list(span.items()) == [("start", 1), ("end", 3)]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"start": 1},
        {"start": 1, "end": 2, "more": 3},
        [1, 2],
        None,
    ],
)
def test_what_is_not_one_is_refused(data):
    with pytest.raises(ValueError, match="not a Span"):
        decode(Span, data)


@pytest.mark.parametrize(("field", "value"), [("property", "colour"), ("confidence", "maybe")])
def test_an_unknown_member_is_refused(field, value):
    fact = Fact(
        id="a",
        subject="s",
        property=Property.AMOUNT,
        value="1",
        unit="",
        period="",
        scope="",
        quote="1",
        source_id="x",
    )

    with pytest.raises(ValueError, match=value):
        decode(Fact, {**encode(fact), field: value})


def test_decoding_leaves_its_input_alone():
    data = encode(Conditions(situations=("lyceen",)))

    decode(Conditions, data)

    assert data["situations"] == ["lyceen"]


@pytest.mark.parametrize(
    "hint", [set[int], bytes, int | str, dict[int, str], tuple[int, str], list[int]]
)
def test_a_type_it_cannot_carry_is_refused_both_ways(hint):
    unsupported = make_dataclass("Unsupported", [("value", hint)])

    with pytest.raises(TypeError):
        encode(unsupported(value=None))
    with pytest.raises((TypeError, ValueError)):
        decode(unsupported, {"value": None})


@pytest.mark.parametrize("day", [date(2026, 11, 20), None])
def test_a_value_that_may_be_absent_is_carried_with_its_type(day):
    dated = make_dataclass("Dated", [("day", date | None)])

    assert decode(dated, json.loads(json.dumps(encode(dated(day=day))))) == dated(day=day)
