"""Items, and what became of them, of our own: sentences, citations, facts, bodies."""

import pytest

from eval.data.item import Item
from eval.trace.observed import Cited, GivenFact, NamedBody, Observed, Said
from eval.trace.trace import Exchange, Seen, Trace

OF_EXCHANGE = Exchange.model_fields.keys() - {"seen"}
OF_SEEN = Seen.model_fields.keys() - {"observed"}


@pytest.fixture
def make_item():
    """Return an item whose keywords are what is expected of its reply."""

    def make(text="bonjour", **expected):
        return Item(
            id="essai-0001",
            text=text,
            history=(),
            language="fr",
            public="adulte",
            department="",
            theme="metier",
            register="standard",
            difficulty="easy",
            expected=expected,
            origin="essai",
            review="draft",
        )

    return make


@pytest.fixture
def make_exchange():
    """Return an exchange; a keyword is a field of it, of what was seen, or of the reply."""

    def make(observed=None, **given):
        of_exchange = {key: given.pop(key) for key in OF_EXCHANGE & given.keys()}
        of_seen = {key: given.pop(key) for key in OF_SEEN & given.keys()}
        reply = observed or Observed(**({"outcome": "answered"} | given))
        seen = Seen(observed=reply, **of_seen)
        return Exchange(**({"message": "bonjour", "seconds": 0.1} | of_exchange), seen=seen)

    return make


@pytest.fixture
def make_trace(make_exchange):
    """Return a trace of the exchanges given, else of one made of the keywords."""

    def make(*exchanges, **given):
        held = exchanges or (make_exchange(**given),)
        return Trace(dataset="essai", item="essai-0001", exchanges=held)

    return make


@pytest.fixture
def cite():
    """Return a citation of a quote."""

    def make(quote="", **given):
        return Cited(quote=quote, **given)

    return make


@pytest.fixture
def say():
    """Return a sentence with its citations."""

    def make(text, *cited):
        return Said(text=text, cited=cited)

    return make


@pytest.fixture
def fact():
    """Return a typed fact given."""

    def make(property="salary_entry", value="1770", **given):  # noqa: A002 # name of the field
        return GivenFact(
            **({"subject": "occupation:maraicher"} | given), property=property, value=value
        )

    return make


@pytest.fixture
def body():
    """Return a body named, with its reason and legal basis."""

    def make(key, **given):
        return NamedBody(organisation=key, **({"reason": "r", "legal_basis": "l"} | given))

    return make
