"""What is Chroma's own: the file on disk, the graph's recall, silence on the network."""

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.model.document import Kind
from corpus.model.errors import DamagedVersionError, FingerprintError
from corpus.store.chroma import BATCH, ChromaVectors
from corpus.store.ports import SHELVES, Vectors


def _clustered(count: int, dimension: int, clusters: int) -> Vectors:
    random = np.random.default_rng(3)
    centres = random.normal(size=(clusters, dimension))
    rows = centres[random.integers(clusters, size=count)]
    rows = rows + random.normal(size=rows.shape) * 0.6
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_the_graph_finds_what_an_exact_search_finds(tmp_path):
    vectors = _clustered(4000, 384, 80)
    index = ChromaVectors(tmp_path, "e5/1", 384)
    index.add(Kind.SCHEME, [str(i) for i in range(4000)], vectors)
    questions = vectors[::100]

    found = [{s.id for s in index.search(q, [Kind.SCHEME], 20)} for q in questions]
    exact = [{str(i) for i in np.argsort(-(vectors @ q))[:20]} for q in questions]

    index.close()
    recall = np.mean([len(f & e) / 20 for f, e in zip(found, exact, strict=True)])
    assert recall >= 0.98


def test_what_was_added_in_several_batches_is_there_after_reopening(tmp_path):
    vectors = _clustered(BATCH + 5, 8, 3)
    first = ChromaVectors(tmp_path, "e5/1", 8)
    first.add(Kind.OCCUPATION, [f"p{i}" for i in range(BATCH + 5)], vectors)
    first.close()

    again = ChromaVectors(tmp_path, "e5/1", 8)

    assert again.counts()[Kind.OCCUPATION] == BATCH + 5
    assert again.search(vectors[-1], [Kind.OCCUPATION], 1)[0].score == pytest.approx(1, abs=1e-5)
    again.close()


def test_every_shelf_is_counted_and_there_after_reopening(tmp_path):
    first = ChromaVectors(tmp_path, "e5/1", 8)
    for number, shelf in enumerate(SHELVES):
        first.add(shelf, [f"{shelf}?{i}" for i in range(number)], _clustered(number, 8, 1))
    first.close()

    again = ChromaVectors(tmp_path, "e5/1", 8)

    assert again.counts() == {shelf: number for number, shelf in enumerate(SHELVES)}
    again.close()


@pytest.mark.parametrize(("fingerprint", "dimension"), [("e5/2", 8), ("e5/1", 9)])
def test_another_embedder_is_refused(tmp_path, fingerprint, dimension):
    ChromaVectors(tmp_path, "e5/1", 8).close()

    with pytest.raises(FingerprintError, match="e5/1, 8 dimensions"):
        ChromaVectors(tmp_path, fingerprint, dimension)


def test_the_right_embedder_opens_the_index_after_a_refusal(tmp_path):
    ChromaVectors(tmp_path, "e5/1", 8).close()
    with pytest.raises(FingerprintError):
        ChromaVectors(tmp_path, "e5/2", 8)

    again = ChromaVectors(tmp_path, "e5/1", 8)

    assert set(again.counts().values()) == {0}
    again.close()


def test_an_unreadable_file_is_a_damaged_version(tmp_path):
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database" * 500)

    with pytest.raises(DamagedVersionError, match="illisible"):
        ChromaVectors(tmp_path, "e5/1", 8)


def test_a_graph_missing_from_the_disk_is_a_damaged_version(tmp_path):
    index = ChromaVectors(tmp_path, "e5/1", 8)
    index.add(Kind.SCHEME, [str(i) for i in range(BATCH)], _clustered(BATCH, 8, 3))
    index.close()
    next(tmp_path.rglob("data_level0.bin")).unlink()
    again = ChromaVectors(tmp_path, "e5/1", 8)

    with pytest.raises(DamagedVersionError, match="illisible"):
        again.counts()

    again.close()


def test_several_threads_search_at_once(tmp_path):
    vectors = _clustered(300, 8, 3)
    index = ChromaVectors(tmp_path, "e5/1", 8)
    index.add(Kind.SCHEME, [str(i) for i in range(300)], vectors)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda v: index.search(v, list(Kind), 1)[0].score, vectors))

    index.close()
    assert found == pytest.approx([1] * 300, abs=1e-5)


def test_nothing_goes_to_the_network_whatever_the_environment_says(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("CHROMA_API_IMPL", "chromadb.api.fastapi.FastAPI")
    monkeypatch.setenv("CHROMA_OTEL_GRANULARITY", "all")
    monkeypatch.setenv("CHROMA_OTEL_COLLECTION_ENDPOINT", "http://exemple.test:4317")

    index = ChromaVectors(tmp_path, "e5/1", 8)
    index.add(Kind.SCHEME, ["a"], _clustered(1, 8, 1))

    assert len(index.search(_clustered(1, 8, 1)[0], list(Kind), 3)) == 1
    index.close()


def test_importing_the_module_does_not_import_chroma():
    code = "import corpus.store.chroma, sys; sys.exit('chromadb' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False)

    assert done.returncode == 0
