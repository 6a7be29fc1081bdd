"""People of our own, and whoever plays them."""

from contextlib import suppress
from dataclasses import replace

import pytest

from corpus.model.errors import SproError


class FakeWriter:
    """Writes what a test wants, the last thing for ever; an empty one is a failure."""

    def __init__(self, *written):
        self.written = list(written)
        self.asked = []

    def write(self, prompt):
        self.asked.append(prompt)
        said = self.written.pop(0) if len(self.written) > 1 else self.written[0]
        if not said:
            raise SproError(prompt)
        return said


@pytest.fixture
def writer():
    return FakeWriter


@pytest.fixture
def person(make_item):
    def make(*, truth=None, then=(), refuses=(), goal=None, language="fr", note=""):
        item = make_item(
            "bonjour",
            truth=truth or {},
            then=list(then),
            refuses=list(refuses),
            goal=goal or {"bodies_any": ["apec"]},
        )
        return replace(item, language=language, note=note)

    return make


@pytest.fixture
def talk():
    """Return what is put by a script when these replies come one after the other."""

    def hold(script, item, *replies):
        held = script(item)
        puts = [next(held)]
        with suppress(StopIteration):
            for reply in replies:
                puts.append(held.send(reply))  # noqa: PERF401 # a script may end at any reply
        return puts

    return hold
