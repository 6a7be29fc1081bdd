import pytest

from eval.bench.embedding import even_sample, measure_embedding


@pytest.mark.slow
def test_the_bundled_embedder_is_faster_than_the_engine_of_its_package() -> None:
    passage = "Le conseiller reçoit sur rendez-vous et respecte le secret des échanges. " * 8

    figures = measure_embedding([passage] * 4, rounds=3)

    assert figures.ratio > 1
    assert figures.ratio_least <= figures.ratio <= figures.ratio_most
    assert figures.agreement > 0.99
    assert figures.open_seconds < figures.prepare_seconds
    assert figures.file_megabytes < 100


def test_a_sample_is_spread_over_all_items_and_the_same_for_a_seed() -> None:
    items = range(100)

    sample = even_sample(items, 10, seed=7)

    assert [item // 10 for item in sample] == list(range(10))
    assert even_sample(items, 10, seed=7) == sample
    assert even_sample(items, 100, seed=7) == items
