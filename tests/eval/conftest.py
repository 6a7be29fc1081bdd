"""Items, and what became of them, of our own: sentences, citations, facts, bodies."""

import shutil
from pathlib import Path

import pytest

from assistant.settings import ROOT
from eval.data.item import Item
from eval.trace.observed import Cited, GivenFact, NamedBody, Observed, Said
from eval.trace.trace import Exchange, Seen, Trace

OF_EXCHANGE = Exchange.model_fields.keys() - {"seen"}
OF_SEEN = Seen.model_fields.keys() - {"observed"}
FEW = (
    "*/manifest.toml",
    "spro_names/names/J.toml",
    "spro_occupations/sheets/infirmier.toml",
    "spro_questions/questions/entretien.toml",
    "spro_questions/questions/infirmier.toml",
    "spro_referral/*.toml",
    "spro_schemes/sheets/cpf.toml",
    "spro_schemes/sheets/entretien.toml",
    "spro_territory/*.toml",
    "spro_unanswerable/messages/small_talk.toml",
)
"""A few of our records, with something of every source and on every shelf."""


@pytest.fixture(scope="session")
def few_sources(tmp_path_factory) -> Path:
    """A folder with a few of our own records, which are soon embedded."""
    ours, few = ROOT / "corpus" / "sources", tmp_path_factory.mktemp("few")
    for file in (file for pattern in FEW for file in ours.glob(pattern)):
        (few / file.relative_to(ours)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, few / file.relative_to(ours))
    return few


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
