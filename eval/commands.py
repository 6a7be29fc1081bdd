"""`spro eval`: the assistant in process, over the labelled messages of the repository."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import NoKnowledgeBaseError
from corpus.store.knowledge_base import open_version
from corpus.store.versions import Versions
from eval.data.item import Item, read_items
from eval.run import Result, run, to_json
from eval.tasks.base import Task
from eval.tasks.outcomes import ABSTENTION, ATTACKS, CRISIS, CRISIS_LINES
from eval.tasks.referral import PROFILE, REFERRAL
from eval.tasks.retrieval import FIRST, RETRIEVAL
from eval.tasks.understanding import FOLLOWUPS, OCCUPATIONS

TASKS: Sequence[Task] = (
    RETRIEVAL,
    FIRST,
    OCCUPATIONS,
    FOLLOWUPS,
    ABSTENTION,
    ATTACKS,
    REFERRAL,
    PROFILE,
    CRISIS,
    CRISIS_LINES,
)


def evaluate(settings: Settings, *, split: str, names: Sequence[str], results: Path) -> int:
    """Print a table of the tasks named (all when none is) and write each failure to a file.

    Returns 2 for a task we do not have. The knowledge base is the one being served.
    """
    tasks = [task for task in TASKS if not names or task.name in names]
    if len(tasks) < len(set(names)):
        sys.stderr.write(f"Tâches connues : {', '.join(task.name for task in TASKS)}\n")
        return 2
    embedder = open_bundled(settings.embedder_cache, settings.threads)
    versions = Versions(settings.home)
    version = versions.current()
    if version is None:
        msg = "aucune base de connaissances : lancer « make ingest »"
        raise NoKnowledgeBaseError(msg)
    kb = open_version(versions.path(version), embedder.fingerprint, embedder.dimension)
    try:
        assistant = build_assistant(kb, embedder, settings)
        done = list(run(assistant, tasks, load_datasets(tasks), split))
    finally:
        kb.close()
    Console().print(_table(done, version))
    sys.stdout.write(f"{_write(done, version, results)}\n")
    return 0


def load_datasets(tasks: Sequence[Task]) -> dict[str, list[Item]]:
    """Return the data sets of tasks, by name."""
    folder = Path(str(resources.files("eval") / "datasets"))
    return {name: read_items(folder / f"{name}.jsonl") for name in {t.dataset for t in tasks}}


def _table(done: Sequence[Result], version: str) -> Table:
    """Return the results as a table."""
    table = Table(title=f"Base {version}")
    for column in ("tâche", "ce qui est mesuré", "messages", "score", "intervalle à 95 %"):
        table.add_column(column)
    for result in done:
        low, high = result.interval
        mean = "–" if result.mean is None else f"{result.mean:.3f}"
        name = f"{result.task.name} ({result.split})"
        table.add_row(
            name, result.task.asks, str(len(result.scored)), mean, f"{low:.3f}–{high:.3f}"
        )
    return table


def _write(done: Sequence[Result], version: str, results: Path) -> Path:
    """Write every result with its failures, and return the file."""
    results.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = results / f"eval-{stamp}.json"
    content = {"version": version, "run": stamp, "tasks": [to_json(result) for result in done]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
