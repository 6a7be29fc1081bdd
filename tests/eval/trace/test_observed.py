"""A reply as anybody outside sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eval.trace.observed import AskedBack, Choice, Cited, NamedBody, Observed, Said
from eval.trace.trace import Exchange, Seen, Trace


def test_the_text_is_what_is_said_and_what_is_asked_back():
    asked = AskedBack(question="Êtes-vous cadre ?", options=(Choice(label="oui"),))
    reply = Observed(outcome="clarify", sentences=(Said(text="Cela dépend."),), asked=asked)

    assert reply.text == "Cela dépend.\nÊtes-vous cadre ?"


def test_what_is_shown_holds_every_word_of_the_reply():
    reply = Observed(
        outcome="referred",
        bodies=(NamedBody(organisation="apec", name="Apec", reason="cadres", legal_basis="L.1"),),
        asked=AskedBack(question="Où ?", options=(Choice(label="ici"),)),
        missing=("salaire",),
        suggestions=("et après ?",),
    )

    assert all(word in reply.shown for word in ("Apec", "cadres", "L.1", "ici", "salaire", "après"))
    assert reply.body_ids == {"apec"}


def test_quotes_follow_the_order_of_the_sentences():
    said = [Said(text=name, cited=(Cited(quote=name),)) for name in "ba"]

    assert [c.quote for c in Observed(outcome=None, sentences=said).quotes] == ["b", "a"]


def test_an_unknown_field_is_refused():
    with pytest.raises(ValidationError):
        Observed(outcome="answered", mood="gay")


@given(st.text(), st.floats(0, 9), st.none() | st.text())
def test_a_trace_read_again_is_the_trace_written(text, seconds, passage):
    said = Said(text=text, cited=(Cited(quote=text, passage=passage),))
    seen = Seen(observed=Observed(outcome="answered", sentences=(said,)))
    exchange = Exchange(message=text, seen=seen, seconds=seconds, profile={"age": 3, "x": True})
    trace = Trace(dataset="essai", item="essai-1", exchanges=(exchange,))

    assert Trace.model_validate_json(trace.model_dump_json()) == trace
