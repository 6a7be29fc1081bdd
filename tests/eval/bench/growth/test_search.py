import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.store.ports import SHELVES
from eval.bench.growth.search import Timed, exact_vectors, same, spread


def test_percentiles_are_in_milliseconds():
    told = spread([place / 1000 for place in range(1, 101)])

    assert told.p50_ms == pytest.approx(50.5)
    assert told.p95_ms == pytest.approx(95.05)
    assert told.p99_ms == pytest.approx(99.01)
    assert told.count == 100


def test_timed_work_notes_each_time():
    seen = []
    timed = Timed(seen.append)

    timed("un")
    timed("deux")

    assert seen == ["un", "deux"]
    assert len(timed.taken) == 2
    assert all(second >= 0 for second in timed.taken)


def test_the_share_of_same_first_passages_is_told():
    assert same(["a", "b", "", "d"], ["a", "x", "", "y"]) == 0.5


def test_exact_search_holds_our_vectors_and_the_generated_ones(own, generated):
    index = exact_vectors(own, 80)
    kind, ids, rows = next(generated.vectors(80))

    assert index.search(rows[3], [kind], 1)[0].id == ids[3]
    for row, entry in list(enumerate(own.content.entries))[::50]:
        best = index.search(own.vectors[row], [entry.shelf], 1)[0]
        assert best.score == pytest.approx(1, abs=1e-5)
    everything = index.search(np.ones(own.vectors.shape[1], np.float32), SHELVES, 10**6)
    assert len(everything) == len(own.content.entries) + 80
    assert sum(one.id.startswith("generated:") for one in everything) == 80
    assert {str(kind) for kind in Kind} <= {str(shelf) for shelf in SHELVES}
