"""`spro eval retrieval`: how well messages are understood and records found, told and written."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant.settings import Settings
from eval.bench.growth.own import read_own
from eval.commands.inputs import Inputs, inputs, items_of
from eval.commands.words import counted, say
from eval.fitting.border import development_border
from eval.gate.thresholds import default_path, read_thresholds
from eval.pages import with_between
from eval.retrieval.measured import Items
from eval.retrieval.page import MARK, section, write_page
from eval.retrieval.run import Plan, RetrievalFigures, run
from eval.subjects.opening import own_records
from eval.wording.figures import ABSENT, decimal
from ingest.progress import Silent


def retrieval(settings: Settings, *, split: str, page: Path | None) -> int:
    """Print the figures of a split, write them in a page if one is given; 1 for a target missed."""
    items = items_of(split)
    if page is not None:
        # Before minutes of work, not after: a page without marks is refused.
        with_between(page, MARK, "")
    with inputs(settings, day=datetime.now(UTC).date()) as given:
        figures = run(planned(given, split, items), _tell)
    sys.stdout.write(f"{section(figures)}\n")
    if page is not None:
        write_page(page, figures)
    return judged(figures)


def planned(given: Inputs, split: str, items: Items) -> Plan:
    """Return what a run over the repository's own records is made of."""
    assistant = given.opened.assistant
    own = own_records(given.settings)
    return Plan(
        assistant=assistant,
        own=read_own(own.home, given.settings.sources, given.embedder, Silent()),
        embedder=given.embedder,
        split=split,
        items=items,
        border=development_border(),
        targets={n: t.target for n, t in read_thresholds(default_path()).measure.items()},
    )


def judged(figures: RetrievalFigures) -> int:
    """Return 1, and say why, when a target is missed or somebody was left without records."""
    for name in figures.missed:
        found, target = figures.ours[name].mean, figures.targets[name]
        told = ABSENT if found is None else decimal(found, 3)
        _tell(say("retrieval.missed", name=name, found=told, target=decimal(target, 2)))
    crowd = figures.delays.crowd
    if crowd.errors:
        _tell(counted("retrieval.errors", crowd.errors, people=crowd.clients, error=crowd.error))
    return 1 if figures.missed or crowd.errors else 0


def _tell(line: str) -> None:
    """Write a line at once, beside what is printed."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
