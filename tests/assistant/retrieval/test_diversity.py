"""Enough of each sheet, and no more."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.evidence import Hit, Why
from assistant.retrieval.diversity import Room, kept
from corpus.model.document import Aspect

ROOM = Room(limit=6, section=2, sheet=3)


@pytest.fixture
def hits(make_passage):
    """Hits, best first, of the subjects and aspects given."""

    def make(*places):
        passages = [
            make_passage(f"Phrase {at}.", id=f"p{at}", subject=subject, aspect=aspect)
            for at, (subject, aspect) in enumerate(places)
        ]
        return [Hit(passage=p, score=-at, ranks={}) for at, p in enumerate(passages)]

    return make


def told(rejected):
    return [(one.hit.passage.id, one.why) for one in rejected]


def ids(chosen):
    return [hit.passage.id for hit in chosen]


def test_what_fits_is_kept_in_its_order(hits):
    chosen, rejected = kept(hits(("a", Aspect.PAY), ("b", Aspect.PAY)), ROOM, ())

    assert (ids(chosen), rejected) == (["p0", "p1"], ())


def test_a_section_keeps_its_best_passages_only(hits):
    found = hits(*[("a", Aspect.PAY)] * 3, ("a", Aspect.ACCESS), ("b", Aspect.PAY))

    chosen, rejected = kept(found, ROOM, ())

    assert ids(chosen) == ["p0", "p1", "p3", "p4"]
    assert told(rejected) == [("p2", Why.CROWDED)]


def test_a_sheet_keeps_its_best_passages_only_whatever_their_section(hits):
    found = hits(*(("a", aspect) for aspect in list(Aspect)[:5]), ("b", Aspect.PAY))

    chosen, rejected = kept(found, ROOM, ())

    assert ids(chosen) == ["p0", "p1", "p2", "p5"]
    assert told(rejected) == [("p3", Why.CROWDED), ("p4", Why.CROWDED)]


def test_when_enough_are_kept_the_rest_is_lower(hits):
    found = hits(*((subject, Aspect.PAY) for subject in "abcdefgh"))

    chosen, rejected = kept(found, ROOM, ())

    assert ids(chosen) == [f"p{at}" for at in range(6)]
    assert told(rejected) == [("p6", Why.LOWER), ("p7", Why.LOWER)]


def test_what_is_asked_about_is_kept_whole_even_low_and_past_the_limit(hits):
    others = [(subject, Aspect.PAY) for subject in "abcdef"]

    chosen, rejected = kept(hits(*others, *[("x", Aspect.PAY)] * 4), ROOM, ("x",))

    assert ids(chosen) == [f"p{at}" for at in range(10)]
    assert rejected == ()


def test_without_a_hit_nothing_is_kept_nor_rejected():
    assert kept([], ROOM, ("x",)) == ((), ())


def test_no_room_keeps_what_is_asked_about_only(hits):
    found = hits(("a", Aspect.PAY), ("x", Aspect.PAY))

    chosen, rejected = kept(found, Room(limit=0), ("x",))

    assert (ids(chosen), told(rejected)) == (["p1"], [("p0", Why.LOWER)])


places = st.lists(st.tuples(st.sampled_from("abcx"), st.sampled_from(list(Aspect)[:3])))
rooms = st.builds(Room, limit=st.integers(0, 8), section=st.integers(0, 4), sheet=st.integers(0, 6))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=places, room=rooms)
def test_every_hit_is_either_kept_or_rejected_and_no_sheet_takes_more_than_its_room(
    hits, places, room
):
    found = hits(*places)

    chosen, rejected = kept(found, room, ("x",))

    lost = [one.hit for one in rejected]
    assert sorted([*chosen, *lost], key=lambda hit: -hit.score) == found
    assert list(chosen) == sorted(chosen, key=lambda hit: -hit.score)
    assert lost == sorted(lost, key=lambda hit: -hit.score)
    assert all(hit.passage.subject != "x" for hit in lost)
    others = [hit.passage for hit in chosen if hit.passage.subject != "x"]
    assert len(others) <= room.limit
    assert max(Counter(p.subject for p in others).values(), default=0) <= room.sheet
    assert max(Counter((p.subject, p.aspect) for p in others).values(), default=0) <= room.section
