"""Reciprocal rank fusion."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import fuse

ids = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_what_two_lists_find_comes_before_what_one_finds():
    fused = fuse({"words": ["a", "b"], "vectors": ["b", "c"]})

    assert next(found for found, _, _ in fused) == "b"


def test_each_id_keeps_its_rank_in_every_list():
    fused = {found: ranks for found, _, ranks in fuse({"words": ["a", "b"], "vectors": ["b"]})}

    assert fused == {"a": {"words": 1}, "b": {"words": 2, "vectors": 1}}


def test_a_weight_lifts_a_list():
    fused = fuse({"sheet": ["a"], "words": ["b"]}, {"words": 2.0})

    assert fused[0][0] == "b"


@given(ids, ids)
def test_nothing_is_lost_and_nothing_is_added(first, second):
    fused = [found for found, _, _ in fuse({"one": first, "two": second})]

    assert sorted(fused) == sorted(set(first) | set(second))


@given(ids, ids, st.sampled_from("abcdefgh"))
def test_being_found_by_one_list_more_never_lowers_a_score(first, second, chosen):
    without = [found for found in second if found != chosen]

    before = {found: score for found, score, _ in fuse({"one": first, "two": without})}
    after = {found: score for found, score, _ in fuse({"one": first, "two": [*without, chosen]})}

    assert after[chosen] >= before.get(chosen, 0.0)
