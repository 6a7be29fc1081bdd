"""A small repository of our own, with one scorer and its tests."""

import pytest

ROOMS = ("assistant", "corpus", "ingest", "eval/scorers", "tests/eval/scorers")
SOURCE = "def more(n):\n    return n + 1\n\n\ndef _half(n):\n    return n / 2\n"
TESTS = "from eval.scorers.twice import more\n\n\ndef test_more():\n    assert more(1) == 2\n"


@pytest.fixture
def repository(tmp_path):
    root = tmp_path / "repository"
    for room in ROOMS:
        (root / room).mkdir(parents=True)
    # Packages of their own, so that those installed are not found in their place.
    (root / "eval" / "__init__.py").touch()
    (root / "eval" / "scorers" / "__init__.py").touch()
    (root / "eval" / "scorers" / "twice.py").write_text(SOURCE)
    (root / "tests" / "eval" / "scorers" / "test_twice.py").write_text(TESTS)
    (root / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = ["-q"]\n')
    return root
