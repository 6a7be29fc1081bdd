"""Changing the data sets: one line is added or replaced, every other keeps its bytes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import InputError
from corpus.store.files import write_atomically
from eval.data.alike import leaks
from eval.data.check import check_dataset
from eval.data.item import Item, read_item
from eval.data.known import Corpus
from eval.data.problem import Kind, Problem
from eval.data.vocabulary import DRAFT

ORDER: Final = (
    "id",
    "text",
    "history",
    "language",
    "public",
    "department",
    "theme",
    "register",
    "difficulty",
    "expected",
    "origin",
    "author",
    "review",
    "reviewer",
    "note",
)
"""Order of the fields on a line; `reviewer` and `note` are left out when they are empty."""
_ABSENT_WHEN_EMPTY: Final = frozenset({"reviewer", "note"})
_LINE_ENDS: Final = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
"""What some readers take for the end of a line, and JSON leaves as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A message somebody wants to add, and what speaks against it."""

    line: str
    item: Item | None
    """`None` when it can't even be read."""
    problems: tuple[Problem, ...]


def canonical(values: Mapping[str, Any]) -> str:
    """Return an item as the files hold it: one line, accents as they are, fields in order.

    A field that has no place in the order comes last, for the reader of items to refuse.
    """
    kept = {
        key: values[key]
        for key in (*ORDER, *(k for k in values if k not in ORDER))
        if key in values and (values[key] or key not in _ABSENT_WHEN_EMPTY)
    }
    return json.dumps(kept, ensure_ascii=False).translate(_LINE_ENDS)


def next_id(items: Sequence[Item], dataset: str) -> str:
    """Return the id after the last one; a number once given is never given again."""
    ends = (item.id.rpartition("-")[2] for item in items)
    return f"{dataset}-{max((int(end) for end in ends if end.isdecimal()), default=0) + 1:04}"


def propose(
    values: Mapping[str, Any],
    dataset: str,
    datasets: Mapping[str, Sequence[Item]],
    corpus: Corpus,
    path: Path,
) -> Proposal:
    """Return a message as the next item of a data set, with every problem it would bring.

    It is a draft, whatever it says of itself: nobody reviews what they write.
    """
    held = datasets[dataset]
    empty = {"history": [], "department": "", "difficulty": "medium", "author": ""}
    given = {"id": next_id(held, dataset), "review": DRAFT, "reviewer": ""}
    told = {key: value for key, value in values.items() if value is not None}
    line = canonical(empty | told | given)
    try:
        item = read_item(line, path)
    except InputError as error:
        problem = Problem(kind=Kind.UNREADABLE, items=(), detail=error.reason)
        return Proposal(line=line, item=None, problems=(problem,))
    everyone = [*(one for items in datasets.values() for one in items), item]
    found = (*check_dataset(dataset, [*held, item], corpus), *leaks(everyone))
    problems = [problem for problem in found if item.id in problem.items]
    if not item.author.strip():
        problems.append(Problem(kind=Kind.MISSING, items=(item.id,), detail="author"))
    return Proposal(line=line, item=item, problems=tuple(problems))


def append(path: Path, line: str) -> None:
    """Add a line at the end of a file."""
    before = path.read_bytes().decode()
    end = "" if before.endswith("\n") or not before else "\n"
    _write(path, f"{before}{end}{line}\n")


def replace(path: Path, old: str, new: str) -> bool:
    """Put a line in the place of another; `False`, and nothing done, when it is no longer there."""
    lines = path.read_bytes().decode().split("\n")
    if lines.count(old) != 1:
        return False
    lines[lines.index(old)] = new
    _write(path, "\n".join(lines))
    return True


def _write(path: Path, text: str) -> None:
    """Write a data set in one go; who may read and write it does not change."""
    rights = path.stat().st_mode
    write_atomically(path, text)
    path.chmod(rights)
