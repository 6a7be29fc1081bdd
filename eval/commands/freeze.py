"""`spro eval freeze`: make of today's frozen run the base later changes are compared with."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.settings import ROOT, Settings
from corpus.store.files import write_atomically
from eval.commands.inputs import inputs, items_of
from eval.commands.measure import frozen_day, frozen_run
from eval.commands.words import counted
from eval.data.item import DEVELOPMENT
from eval.subjects.in_process import InProcess
from eval.suites import frozen
from eval.wording.figures import seconds

BASE = ROOT / "docs" / "results" / "frozen.json"
_HEAD = """\
# Items asked at every change: drawn from the development split by the digest of their id
# (eval/suites/frozen.py), before any result was seen. `spro eval freeze --draw` draws again.
"""


def freeze(settings: Settings, *, draw: bool) -> int:
    """Draw the suite again when asked, measure it, and write its results as the base."""
    if draw:
        ids = frozen.draw(items_of(DEVELOPMENT))
        write_atomically(frozen.default_path(), _HEAD + "\n".join(ids) + "\n")
        _tell(counted("freeze.drawn", len(ids)))
    with inputs(settings, day=frozen_day()) as given, TemporaryDirectory() as folder:
        results = frozen_run(given, InProcess(given.opened.assistant), Path(folder) / "run")
    BASE.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(BASE, results.model_dump_json(indent=1) + "\n")
    told = {"path": BASE.relative_to(ROOT), "seconds": seconds(results.about.seconds)}
    _tell(counted("freeze.written", len(results.measures), **told))
    return 0


def _tell(sentence: str) -> None:
    """Write a sentence at once."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
