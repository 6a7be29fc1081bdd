"""What each signal weighs in the rank of a passage, read from `weights.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Final

from assistant.evidence import Signal
from corpus.model.source import Source

_HOME: Final = "Normandie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of the signals, and of what makes the standing of a source."""

    signals: Mapping[Signal, float]
    authority: float
    fresh: float
    territory: float

    def standings(self, sources: Iterable[Source], today: date) -> Mapping[str, float]:
        """Return the standing of each source, by its id, 0 to 1."""
        return {source.id: self._standing(source, today) for source in sources}

    def _standing(self, source: Source, today: date) -> float:
        whole = self.authority + self.fresh + self.territory
        reached = (
            self.authority * source.authority
            + self.fresh * _freshness(source, today)
            + self.territory * (source.territory == _HOME)
        )
        return reached / whole


def _freshness(source: Source, today: date) -> float:
    """Return 1 until the limit of a source, then the limit over its age."""
    age = today - source.retrieved
    limit = timedelta(days=source.freshness_days)
    return 1.0 if age <= limit else limit / age


@cache
def load_weights() -> Weights:
    """Return the weights of `weights.toml`."""
    file = resources.files("assistant.retrieval") / "weights.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Weights(
        signals={Signal(name): float(weight) for name, weight in table["signals"].items()},
        **table["standing"],
    )
