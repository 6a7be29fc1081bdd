"""Questions asked back, records and readings of our own, as a subject shows them."""

import pytest

from eval.trace.observed import AskedBack, Choice
from eval.trace.trace import FoundRecord, Read, ReadOccupation


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
