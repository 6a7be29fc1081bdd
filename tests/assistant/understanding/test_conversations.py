"""What is understood of the last message of many talks, over our own records."""

import pytest

from assistant.question import Turn
from eval.fitting.continuing import read_talks
from eval.scorers.understood import _same_name

ENOUGH = 0.88
"""Share of the talks both of whose occupation and place are understood; about 0.93 are."""


@pytest.fixture(scope="module")
def understand(assistant):
    return assistant.understand


def ids(occupation):
    return {occupation.id, *occupation.same_as}


def right_occupation(due, first, known):
    """Return whether an occupation is of those `known` by the name due, or bears that name."""
    return any(not ids(one).isdisjoint(known) or _same_name(one.label, due) for one in first)


def missed(talk, understand):
    """Return what is misunderstood of the last message of a talk, empty if nothing is."""
    question = understand(Turn(text=talk.says, history=talk.before))
    found = [match.occupation for match in question.occupations]
    first = found[: 2 if talk.relation == "comparison" else 1]
    known = {id_ for m in understand.occupations.read(talk.occupation) for id_ in ids(m.occupation)}
    place = question.place.name if question.place else ""
    right = right_occupation(talk.occupation, first, known) if talk.occupation else not found
    if right and place == talk.place:
        return ""
    read = [one.label for one in first]
    said = " / ".join((*talk.before, talk.says))
    return f"{said}: {read} {place!r}, not {talk.occupation!r} {talk.place!r}"


def test_the_occupation_and_the_place_of_most_talks_are_understood(understand):
    noted = [talk for talk in read_talks() if talk.occupation is not None]

    misses = list(filter(None, (missed(talk, understand) for talk in noted)))

    assert len(noted) >= 300
    assert 1 - len(misses) / len(noted) >= ENOUGH, "\n".join(misses)
