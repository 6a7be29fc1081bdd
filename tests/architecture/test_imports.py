"""What the service loads: start-up and memory depend on it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "assistant", "corpus", "eval", "ingest")

HEAVY = ("torch", "pypdf", "ragas", "lxml", "onnx", "transformers", "langchain_core", "ingest")


@pytest.mark.parametrize("module", ["api.app", "assistant.service", "assistant.bootstrap"])
def test_the_service_does_not_load_what_it_does_not_serve_with(module: str):
    code = f"import sys, {module}; print([m for m in {HEAVY!r} if m in sys.modules])"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"


def test_no_package_leans_on_the_command_line():
    modules = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    imports = [
        alias.name
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    ]

    assert modules
    assert "spro" not in imports
    assert "eval" not in imports
