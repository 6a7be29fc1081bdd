"""Growth shows in a diff: files, functions and mirrors have a budget."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "assistant", "corpus", "eval", "ingest")
LONGEST_FILE = 250
LONGEST_FUNCTION = 40

MODULES = sorted(
    chain([ROOT / "spro.py"], *((ROOT / package).rglob("*.py") for package in PACKAGES))
)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    docstring = ast.get_docstring(function, clean=False)
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    return lines - (docstring.count("\n") + 1 if docstring else 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_and_its_functions_stay_short(path: Path):
    source = path.read_text(encoding="utf-8")

    long = [f.name for f in functions(ast.parse(source)) if length(f) > LONGEST_FUNCTION]

    assert source.count("\n") <= LONGEST_FILE
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_tested_where_its_path_says(path: Path):
    relative = path.relative_to(ROOT)
    has_code = any(functions(ast.parse(path.read_text(encoding="utf-8"))))
    folder = ROOT / "tests" / relative.parent
    mirrors = folder.glob("test_*.py") if folder.is_dir() else iter(())

    assert not has_code or any(mirrors), f"no test under tests/{relative.parent}"
