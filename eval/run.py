"""A run: tasks over one split of their data sets, each item scored with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.data.item import Item
from eval.score import Score, wilson
from eval.tasks.base import Subject, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One item with its score."""

    item: Item
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A task over a split."""

    task: Task
    split: str
    scored: tuple[Scored, ...]
    unscored: int
    """Items that could not be scored: absent, not wrong."""

    @property
    def mean(self) -> float | None:
        """Return the mean score; nothing when no item was scored."""
        values = [one.score.value for one in self.scored]
        return sum(values) / len(values) if values else None

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the mean."""
        return wilson([one.score.value for one in self.scored])

    @property
    def failures(self) -> list[Scored]:
        """Return the items whose reply is not wholly right."""
        return [one for one in self.scored if not one.score.right]


def run(
    subject: Subject, tasks: Sequence[Task], datasets: Mapping[str, Sequence[Item]], split: str
) -> Iterator[Result]:
    """Yield each task's result over the items of one split."""
    for task in tasks:
        items = [item for item in datasets[task.dataset] if item.split == split]
        scores = [(item, task.score(subject, item)) for item in items]
        scored = tuple(Scored(item=i, score=s) for i, s in scores if s is not None)
        yield Result(task=task, split=split, scored=scored, unscored=len(items) - len(scored))


def to_json(result: Result) -> dict[str, Any]:
    """Return a result with each failure and its reason."""
    low, high = result.interval
    return {
        "task": result.task.name,
        "asks": result.task.asks,
        "split": result.split,
        "scored": len(result.scored),
        "unscored": result.unscored,
        "mean": result.mean,
        "interval": [low, high],
        "failures": [{"id": f.item.id, **asdict(f.score)} for f in result.failures],
    }
