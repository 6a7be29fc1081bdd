"""Our package bears the name of the distribution it speaks to, and does not hide it."""

from importlib.util import find_spec

import pytest

from assistant.settings import ROOT


@pytest.mark.parametrize("name", ["langchain", "langchain_core"])
def test_the_distribution_is_found_under_its_own_name(name):
    found = find_spec(name)
    places = found.submodule_search_locations or [] if found else []

    assert not any(place.startswith(str(ROOT / "assistant")) for place in places)
