"""What is mutated, and the tests that have to see it."""

import ast
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError

MUTATED: Final = (
    "eval/scorers/*.py",
    "eval/gate/gate.py",
    "eval/runs/statistics.py",
    "eval/scripts/goal.py",
    "eval/trace/figures.py",
    "eval/trace/told.py",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A source file and its own tests, both relative to the repository."""

    source: Path
    tests: Path

    @property
    def module(self) -> str:
        """Return the name the source is imported by."""
        return ".".join(self.source.with_suffix("").parts)


def targets(root: Path, names: Collection[str] = ()) -> list[Target]:
    """Return every target of a repository, or those named: `pay` is `eval/scorers/pay.py`.

    Raises:
        InputError: when a name is none of them, or a target has no tests of its own.
    """
    sources = [path for pattern in MUTATED for path in sorted(root.glob(pattern))]
    known = {path.stem: path for path in sources if _mutable(path)}
    for name in names:
        if name not in known:
            raise InputError(root / MUTATED[0], f"{name} n'est pas un de {', '.join(known)}")
    chosen = [path for stem, path in known.items() if not names or stem in names]
    return [_target(root, path.relative_to(root)) for path in chosen]


def _mutable(path: Path) -> bool:
    """Return whether a source has a function without decorator: mutmut leaves the others alone."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(isinstance(node, ast.FunctionDef) and not node.decorator_list for node in tree)


def _target(root: Path, source: Path) -> Target:
    """Return a source with its mirror."""
    tests = Path("tests") / source.parent / f"test_{source.name}"
    if not (root / tests).is_file():
        raise InputError(root / tests, "pas de tests pour ce fichier")
    return Target(source=source, tests=tests)
