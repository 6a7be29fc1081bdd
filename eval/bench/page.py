"""Where figures are kept: a page for people, between two markers, and a file for programs."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from corpus.store.files import write_atomically
from eval.bench.run import Figures

BEGIN: Final = "<!-- bench:begin -->"
END: Final = "<!-- bench:end -->"


def put_between_markers(page: Path, text: str) -> None:
    """Replace what stands between the markers of `page`; ValueError when they are not there."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        message = f"{page} has no {BEGIN} … {END}"
        raise ValueError(message)
    write_atomically(page, f"{before}{BEGIN}\n{text}\n{END}{after}")


def write_json(path: Path, figures: Figures) -> None:
    """Write every figure, unrounded; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(asdict(figures), ensure_ascii=False, indent=2) + "\n")
