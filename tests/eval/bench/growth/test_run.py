from dataclasses import replace

import pytest

from corpus.model.errors import StoreError
from eval.bench.growth.load import CLIENTS
from eval.bench.growth.run import run


def test_sizes_are_measured_smallest_first(figures):
    assert [size.passages for size in figures.sizes] == [200, 400]
    assert [size.build.passages for size in figures.sizes] == [200, 400]
    assert figures.sizes[0].build.disk_megabytes < figures.sizes[1].build.disk_megabytes


def test_every_question_is_asked_every_round(figures):
    for size in figures.sizes:
        delay = size.search.search
        assert delay.count == figures.questions * figures.rounds == 12
        assert 0 < delay.p50_ms <= delay.p95_ms <= delay.p99_ms
        assert len(size.search.firsts) == 6


def test_exact_search_stands_beside_ours_where_memory_allows(figures):
    small, large = figures.sizes

    assert large.search.exact is None
    assert small.search.exact.search.count == 12
    assert small.search.exact.ratio == pytest.approx(
        small.search.exact.search.p50_ms / small.search.search.p50_ms
    )
    assert small.search.exact.same_first >= 0.8


def test_first_passages_are_held_against_the_smallest_size(figures):
    small, large = figures.sizes
    pairs = list(zip(small.search.firsts, large.search.firsts, strict=True))

    assert small.same_first == 1
    assert large.same_first == pytest.approx(sum(a == b for a, b in pairs) / len(pairs))
    assert all(0 <= size.own_first <= 1 for size in figures.sizes)


def test_many_people_ask_at_the_largest_size_searched_exactly_and_none_is_failed(figures):
    small, large = figures.sizes

    assert large.crowd is None
    assert (small.crowd.alone.clients, small.crowd.crowd.clients) == (1, CLIENTS)
    assert (small.crowd.alone.errors, small.crowd.crowd.errors) == (0, 0)
    assert small.crowd.crowd.answers >= CLIENTS


def test_memory_is_that_of_a_new_process(figures):
    for size in figures.sizes:
        assert size.memory.resident_megabytes > size.memory.bare_megabytes > 0


def test_what_is_real_at_every_size_is_counted(figures, own):
    assert figures.own_passages == len(own.content.passages)
    assert figures.own_questions == sum(len(p.asked) for p in own.content.passages)
    assert figures.own_names > 0


def test_a_size_under_that_of_our_own_records_stops_the_run(plan, own):
    with pytest.raises(StoreError, match="10 passages demandés"):
        run(replace(plan, sizes=(200, 10)), own, print)
