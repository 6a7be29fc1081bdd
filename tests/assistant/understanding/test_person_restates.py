"""Which fields a message states: what it says now takes the place of what was said before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import Profile
from assistant.understanding.person import PersonReading, read_person
from assistant.understanding.phrases import load_phrases


def test_a_new_situation_is_restated_with_what_goes_with_it() -> None:
    reading = read_person("maintenant je suis au chômage")

    assert reading.restates == {"situation", "employed", "job_seeking"}


def test_a_message_about_something_else_restates_nothing() -> None:
    assert read_person("combien gagne un infirmier ?").restates == frozenset()


def test_a_stated_no_is_restated_too() -> None:
    assert read_person("je ne cherche pas d'emploi").restates == {"job_seeking"}


@given(st.sets(st.sampled_from(["situation", "age", "executive", "sector", "commune"])))
def test_exactly_the_known_fields_are_restated(known: set[str]) -> None:
    profile = Profile(**{name: 0 if name == "age" else "x" for name in known})  # type: ignore[arg-type]  # the value does not matter

    assert PersonReading(profile=profile).restates == known


@pytest.mark.parametrize("name", ["statements", "needs"])
def test_every_named_phrase_is_spelled_out(name: str) -> None:
    patterns = [entry.says.pattern for entry in getattr(load_phrases(), name)]

    assert not [pattern for pattern in patterns if re.search(r"\{[a-z_]+\}", pattern)]
