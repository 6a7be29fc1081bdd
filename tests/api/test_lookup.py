"""What the search shows of what was found."""

import pytest

from api.lookup import explained, listed
from api.schemas.search import SearchRequest
from assistant.evidence import Rejected, Why
from assistant.question import Turn
from assistant.wording import wording


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_explained_or_not_the_passages_are_the_same(make_steps, make_hit, limit):
    hits = [make_hit(f"Passage {n}.", score=1 / n) for n in range(1, 4)]
    found = make_steps(*hits).look_up(Turn(text="BTS"))
    asked = SearchRequest(q="BTS", limit=limit)

    plain, told = listed(found, asked), explained(found, asked, wording())

    assert len(plain.results) == limit
    assert [one.id for one in told.results] == [one.id for one in plain.results]
    assert told.model_dump(exclude={"results", "rejected"}) == plain.model_dump(exclude={"results"})


def test_all_that_was_left_out_is_told_whatever_the_limit(make_steps, make_hit):
    left = tuple(Rejected(hit=make_hit(f"Autre {n}."), why=Why.OTHER) for n in range(30))
    found = make_steps(rejected=left).look_up(Turn(text="BTS"))

    told = explained(found, SearchRequest(q="BTS", limit=1), wording())

    assert [one.text for one in told.rejected] == [f"Autre {n}." for n in range(30)]
