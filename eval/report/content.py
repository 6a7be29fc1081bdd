"""What a report is made of: runs side by side, what was said, and the base it is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from eval.data.item import Item
from eval.gate.gate import Verdict
from eval.runs.compare import Change
from eval.runs.folder import Results
from eval.trace.trace import Trace

MOST_SHOWN: Final = 20
"""Items shown under one measure; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report tells."""

    runs: tuple[Results, ...]
    """The assistant first, then what it is held beside."""
    traces: Sequence[Trace] = ()
    """What became of each item in the first run."""
    items: Mapping[str, Item] = field(default_factory=dict)
    """The items of the first run, by id."""
    changes: Sequence[Change] = ()
    """The first run against a base run."""
    base: Results | None = None
    targets: Mapping[str, float] = field(default_factory=dict)
    """What the product aims at, by measure; a measure without a target is held to none."""
    verdict: Verdict | None = None
    """What the gate says of the first run; `None` when it was not asked."""
    most: int = MOST_SHOWN

    def __post_init__(self) -> None:
        """Refuse a report of nothing."""
        if not self.runs:
            msg = "a report needs at least one run"
            raise ValueError(msg)

    @property
    def ours(self) -> Results:
        """Return the run the report is about."""
        return self.runs[0]

    @property
    def others(self) -> tuple[Results, ...]:
        """Return the runs shown beside."""
        return self.runs[1:]

    @property
    def by_item(self) -> dict[str, list[Trace]]:
        """Return the traces of each item, repeats in order."""
        found: dict[str, list[Trace]] = {}
        for trace in sorted(self.traces, key=lambda trace: trace.key):
            found.setdefault(trace.item, []).append(trace)
        return found

    def why(self, results: Results | None, measure: str, item: str) -> str:
        """Return the reason a run gives for the score of an item; empty when it gives none."""
        result = results.get(measure) if results else None
        scores = result.scores if result else ()
        return next((score.why for score in scores if score.item == item), "")
