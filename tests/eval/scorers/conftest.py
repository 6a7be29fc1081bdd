"""Sentences, citations, facts and bodies of our own, as a subject shows them."""

import pytest

from eval.trace.observed import AskedBack, Choice, Cited, GivenFact, NamedBody, Said
from eval.trace.trace import FoundRecord, Read, ReadOccupation


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


@pytest.fixture
def ask_back():
    """Return a question asked back; each option is its label and what it says of the person."""

    def make(question="Êtes-vous cadre ?", **options):
        choices = (Choice(label=label, profile=profile) for label, profile in options.items())
        return AskedBack(question=question, options=tuple(choices))

    return make


@pytest.fixture
def find():
    """Return records found, best first."""

    def make(*records):
        return tuple(FoundRecord(record=r, score=1.0 - n / 100) for n, r in enumerate(records))

    return make


@pytest.fixture
def read():
    """Return what was understood; an occupation is its id and its ROME codes."""

    def make(*occupations, label="", **given):
        found = (
            ReadOccupation(id=id_, label=label or id_, rome=rome, score=1.0)
            for id_, rome in occupations
        )
        return Read(occupations=tuple(found), **given)

    return make
