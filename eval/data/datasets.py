"""The data sets of the repository."""

from importlib import resources
from pathlib import Path

from eval.data.item import Item, read_items


def folder() -> Path:
    """Return where the data sets are."""
    return Path(str(resources.files("eval") / "datasets"))


def load(name: str) -> list[Item]:
    """Return the items of a data set."""
    return read_items(folder() / f"{name}.jsonl")
