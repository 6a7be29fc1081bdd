from dataclasses import replace

import pytest

from eval.bench.rows import rows


def row_of(figures, measure):
    return next(row for row in rows(figures) if row.measure == measure)


def test_every_row_stands_beside_a_baseline(make_figures):
    assert all(row.result and row.baseline for row in rows(make_figures()))


@pytest.mark.parametrize(("p50", "p95", "met"), [(60, 150, [True, True]), (61, 149, [False, True])])
def test_the_delay_of_an_answer_is_held_against_its_targets(
    make_figures, make_latency, p50, p95, met
):
    figures = make_figures()
    answers = replace(figures.answers, reply=make_latency(p50, p95))

    found = [row_of(make_figures(answers=answers), f"Whole answer, {p}") for p in ("p50", "p95")]

    assert [row.met for row in found] == met


@pytest.mark.parametrize(("ratio", "met"), [(6.0, True), (5.9, False)])
def test_the_embedder_is_held_against_the_engine_of_its_package(make_figures, ratio, met):
    embedding = replace(make_figures().embedding, ratio=ratio)

    row = row_of(make_figures(embedding=embedding), "Embedding, times faster")

    assert row.met is met
    assert row.result == f"{ratio}× (7.5 to 8.5)"


@pytest.mark.parametrize(("held", "met"), [(900, True), (901, False)])
def test_memory_is_held_against_its_target(make_figures, held, met):
    process = replace(make_figures().process, resident_megabytes=held)

    row = row_of(make_figures(process=process), "Resident memory, 20 questions answered")

    assert row.met is met


def test_a_vector_computed_again_misses_the_target(make_figures):
    refresh = replace(make_figures().first_refresh, embedded=1)

    row = row_of(make_figures(refresh=refresh), "Passages embedded again, served base")

    assert row.met is False


def test_the_first_build_says_whether_it_held_the_open_data(make_figures):
    build = replace(make_figures().build, open_data=True)

    assert row_of(make_figures(), "First build, own records (400 passages)").met is None
    assert row_of(make_figures(build=build), "First build, with the open data (400 passages)")
