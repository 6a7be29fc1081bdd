"""`spro eval live`: samples purged, read, scored and told, in a terminal or to a program."""

import sys
from datetime import date
from pathlib import Path

from rich.console import Console

from eval.live.retention import purge as purge_lines
from eval.live.retention import sample_files
from eval.live.sample import read_samples
from eval.live.summary import Summary, summed_up
from eval.live.tables import terminal
from eval.live.words import say


def live(folder: Path, *, quota: int, purge: bool, today: date, as_json: bool) -> int:
    """Tell how good the replies of running sites are: 0 fine, 1 an alarm, 2 wrong use.

    Raises:
        InputError: a file of samples can't be read; names it and the line.
    """
    wrong = _misused(folder, quota)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    held = bool(sample_files(folder))
    purged = purge_lines(folder, today) if purge else 0
    summary = summed_up(read_samples(folder, today), quota=quota, purged=purged, today=today)
    if as_json:
        sys.stdout.write(f"{summary.model_dump_json(indent=1)}\n")
    elif held:
        Console().print(terminal(summary))
    else:
        sys.stdout.write(f"{say('say.nothing', folder=folder)}\n")
    return _code(summary)


def _misused(folder: Path, quota: int) -> str:
    """Return what is wrong with how it was called; nothing when all is right."""
    if quota < 1:
        return say("say.wrong_quota")
    if folder.exists() and not folder.is_dir():
        return say("say.not_a_folder", folder=folder)
    return ""


def _code(summary: Summary) -> int:
    """Return 1 when something must be looked at."""
    return int(bool(summary.leaks or summary.alarms))
