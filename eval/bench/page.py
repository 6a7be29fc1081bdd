"""Where figures are kept for programs."""

import json
from dataclasses import asdict
from pathlib import Path

from corpus.store.files import write_atomically
from eval.bench.run import Figures


def write_json(path: Path, figures: Figures) -> None:
    """Write every figure, unrounded; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(asdict(figures), ensure_ascii=False, indent=2) + "\n")
