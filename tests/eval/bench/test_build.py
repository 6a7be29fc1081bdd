from dataclasses import replace

from eval.bench.build import measure_build, measure_refresh


def test_a_first_build_is_timed_beside_one_in_memory(built, hashing, tmp_path):
    figures = measure_build(replace(built, home=tmp_path / "new"), hashing)

    assert figures.passages >= figures.embedded > 0
    assert figures.seconds >= sum(figures.steps.values()) - 0.05
    assert figures.memory_seconds > 0
    assert not figures.open_data


def test_a_run_over_unchanged_sources_embeds_nothing(built, hashing):
    figures = measure_refresh(built, hashing)

    assert figures.embedded == 0
    assert figures.passages > 0
    assert figures.seconds < figures.rebuild_seconds
