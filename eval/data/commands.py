"""`spro eval data`: check, add, review and count the labelled messages.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

import json
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from assistant.settings import ROOT
from corpus.model.errors import InputError
from eval.data.asking import Person, Sitting, dictated
from eval.data.check import check
from eval.data.coverage import MARK, Table, coverage, to_markdown
from eval.data.datasets import folder as own_folder
from eval.data.editing import append, propose
from eval.data.expected import EXPECTED
from eval.data.item import Item, read_items
from eval.data.known import read_corpus
from eval.data.problem import Problem
from eval.data.telling import problem_detail, problem_line
from eval.data.vocabulary import DRAFT, FIELDS, READ
from eval.data.words import named, say
from eval.pages import put_between

SOURCES: Final = ROOT / "corpus" / "sources"
SITTING: Final = 20
"""Labels a person reads with care in one go."""
WAITING: Final = (DRAFT, READ)
"""States a person's reading settles."""
FINE, FOUND, WRONG_USE = 0, 1, 2
_STDIN: Final = "-"


class Terminal:
    """The person at this terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def tell(self, text: str) -> None:
        """Show a line."""
        self._console.print(text, markup=False, highlight=False)

    def ask(self, question: str) -> str:
        """Return what is typed."""
        return self._console.input(f"{question} ", markup=False).strip()


def check_data(
    facts: Path | None = None,
    *,
    folder: Path | None = None,
    sources: Path = SOURCES,
    as_json: bool = False,
    console: Console | None = None,
) -> int:
    """Print all that is wrong with the data sets; the facts cited are looked up when given."""
    screen = console or Console()
    try:
        corpus = read_corpus(sources, facts)
    except InputError as error:
        return _refuse(screen, str(error))
    try:
        datasets = _load(folder)
    except InputError as error:
        screen.print(str(error), markup=False)
        return FOUND
    problems = check(datasets, corpus)
    count = sum(map(len, datasets.values()))
    if as_json:
        screen.print_json(json.dumps([_as_dict(problem) for problem in problems]))
    elif problems:
        screen.print(_grid_of(problems, say("check.wrong", problems=len(problems), count=count)))
    else:
        screen.print(say("check.fine", count=count, datasets=len(datasets)))
    if facts is None and not as_json:
        screen.print(say("check.without_facts"))
    return FOUND if problems else FINE


def add_item(
    dataset: str,
    file: Path | None = None,
    *,
    facts: Path | None = None,
    folder: Path | None = None,
    sources: Path = SOURCES,
    person: Person | None = None,
    console: Console | None = None,
) -> int:
    """Add a message to a data set: from a JSON file, from standard input (`-`), or dictated."""
    screen = console or Console()
    if dataset not in EXPECTED:
        return _refuse(screen, _unknown(dataset))
    try:
        datasets = _load(folder)
        corpus = read_corpus(sources, facts)
        values = _given(file, person or Terminal(screen), datasets[dataset][0])
    except InputError as error:
        return _refuse(screen, str(error))
    except EOFError:
        screen.print(say("use.given_up"))
        return FOUND
    path = _file(folder, dataset)
    proposal = propose(values, dataset, datasets, corpus, path)
    if proposal.item is None or proposal.problems:
        lines = (say("add.refused"), *map(problem_line, proposal.problems))
        screen.print("\n- ".join(lines), markup=False)
        return FOUND
    append(path, proposal.line)
    item = proposal.item
    screen.print(say("add.done", id=item.id, file=path.name, split=item.split), markup=False)
    return FINE


def review_items(
    dataset: str,
    reviewer: str,
    *,
    limit: int = SITTING,
    states: Collection[str] = WAITING,
    facts: Path | None = None,
    folder: Path | None = None,
    sources: Path = SOURCES,
    person: Person | None = None,
    console: Console | None = None,
) -> int:
    """Walk a person through labels nobody has confirmed, at most `limit` in one sitting."""
    screen = console or Console()
    if dataset not in EXPECTED:
        return _refuse(screen, _unknown(dataset))
    if not reviewer.strip():
        return _refuse(screen, say("use.no_reviewer"))
    if unknown := sorted(set(states) - FIELDS["review"]):
        known = ", ".join(sorted(FIELDS["review"]))
        return _refuse(screen, say("use.unknown_state", state=unknown[0], known=known))
    somebody = person or Terminal(screen)
    path = _file(folder, dataset)
    try:
        corpus = read_corpus(sources, facts)
        sitting = Sitting(person=somebody, path=path, reviewer=reviewer.strip(), corpus=corpus)
        waiting = sitting.waiting(states)
    except InputError as error:
        return _refuse(screen, str(error))
    if not waiting:
        somebody.tell(say("review.nothing", name=dataset))
        return FINE
    sitting(waiting[:limit])
    left = len(sitting.waiting(states))
    somebody.tell(say("review.done", **sitting.counts, left=left))
    return FINE


def show_coverage(
    write: Path | None = None, *, folder: Path | None = None, console: Console | None = None
) -> int:
    """Print whom and where the data sets speak for, and bring a page up to date when given."""
    screen = console or Console()
    try:
        tables = coverage(_load(folder))
        if write is not None:
            put_between(write, MARK, to_markdown(tables))
    except InputError as error:
        return _refuse(screen, str(error))
    for table in tables:
        screen.print(_counts(table))
    if write is not None:
        screen.print(say("coverage.written", path=write), markup=False)
    return FINE


def _load(folder: Path | None) -> Mapping[str, list[Item]]:
    """Return every data set; InputError for a line that can't be read."""
    return {dataset: read_items(_file(folder, dataset)) for dataset in EXPECTED}


def _file(folder: Path | None, dataset: str) -> Path:
    """Return the file of a data set."""
    return (folder or own_folder()) / f"{dataset}.jsonl"


def _given(file: Path | None, person: Person, example: Item) -> Mapping[str, Any]:
    """Return the message of a file, of standard input, or of somebody who dictates it."""
    if file is None:
        return dictated(person, example)
    text = sys.stdin.read() if str(file) == _STDIN else _read(file)
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(file, say("use.not_json", reason=error.msg)) from error
    if not isinstance(values, dict):
        raise InputError(file, say("use.not_json", reason=type(values).__name__))
    return values


def _read(path: Path) -> str:
    """Return a file's text; InputError when there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, say("use.no_file", path=path)) from error


def _refuse(screen: Console, reason: str) -> int:
    """Say why nothing is done."""
    screen.print(reason, markup=False)
    return WRONG_USE


def _unknown(dataset: str) -> str:
    """Return that there is no such data set, and which there are."""
    return say("use.unknown_dataset", name=dataset, known=", ".join(EXPECTED))


def _as_dict(problem: Problem) -> Mapping[str, object]:
    """Return a problem as a program reads it."""
    return {"kind": problem.kind, "items": problem.items, "detail": problem.detail}


def _grid_of(problems: Sequence[Problem], title: str) -> Grid:
    """Return problems as a table."""
    grid = Grid(title=title)
    for column in ("column_kind", "column_items", "column_detail"):
        grid.add_column(say(f"check.{column}"))
    for one in problems:
        cells = (say(f"problem.{one.kind}"), ", ".join(one.items), problem_detail(one))
        grid.add_row(*map(Text, cells))
    return grid


def _counts(table: Table) -> Grid:
    """Return counts as a table."""
    title = say("coverage.title", field=named("field", table.field))
    grid = Grid(title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    grid.add_column("", no_wrap=True)
    for column in table.header[1:]:
        grid.add_column(column, justify="right", overflow="fold", min_width=4)
    for value, counts in table.rows:
        grid.add_row(value, *map(str, counts))
    return grid
