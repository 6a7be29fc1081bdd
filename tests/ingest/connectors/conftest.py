from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.model.source import Source
from ingest.connectors import CONNECTORS
from ingest.connectors.items import Item
from ingest.load.files import SourceFile

Read = Callable[..., Sequence[Item]]


@pytest.fixture
def read() -> Read:
    """Read one file with a connector, as the source `essai`."""

    def run(connector: str, path: Path) -> Sequence[Item]:
        source = Source(
            id="essai",
            title="Essai",
            publisher="Éditeur",
            licence="Licence Ouverte 2.0",
            connector=connector,
            published="2024-06-25",
            retrieved=date(2026, 11, 20),
            freshness_days=30,
        )
        return list(CONNECTORS[connector]([SourceFile(path=path)], source))

    return run
