"""What can be said of a reply without a label: its kind, and the measures that need no item."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from eval.data.item import Item
from eval.live.sample import Sample
from eval.tasks.base import Measure
from eval.tasks.citations.task import TASK as CITATIONS
from eval.tasks.latency.task import TASK as LATENCY
from eval.tasks.neutrality.task import TASK as NEUTRALITY
from eval.tasks.readability.task import TASK as READABILITY
from eval.tasks.referral.task import TASK as REFERRAL
from eval.tasks.safety.task import TASK as SAFETY
from eval.trace.trace import Exchange, Seen, Trace

NAMES: Final = frozenset(
    {
        "citations.cited",
        "citations.numbers",
        "citations.support",
        "citations.names",
        "citations.contacts",
        "citations.pay-dated",
        "neutrality.tone",
        "neutrality.both-genders",
        "readability.ease",
        "readability.length",
        "readability.typography",
        "referral.reasons",
        "latency.whole",
        "safety.instructions",
    }
)
"""Measures that rest on the message and its reply alone."""
MEASURES: Final[tuple[Measure, ...]] = tuple(
    measure
    for task in (CITATIONS, REFERRAL, NEUTRALITY, SAFETY, READABILITY, LATENCY)
    for measure in task.measures
    if measure.name in NAMES
)
OUTCOMES: Final = ("answered", "clarify", "referred", "declined", "crisis")
COMPLETENESS: Final = ("complete", "partial", "none")

_DATASET: Final = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value of one reply; a share is 1 for each reply of its kind, else 0."""

    day: date
    reply_id: str
    value: float


Series: TypeAlias = Mapping[str, Sequence[Point]]
"""Points by name: `outcome.…`, `completeness.…`, or a measure; one that scored nothing has none."""


def series(samples: Iterable[Sample]) -> Series:
    """Return every value of the replies of one site, by name."""
    found: dict[str, list[Point]] = defaultdict(list)
    for sample in samples:
        for name, value in _values(sample):
            found[name].append(Point(day=sample.day, reply_id=sample.key, value=value))
    return found


def names() -> Iterator[str]:
    """Yield every name a value may have, in the order reports show them."""
    yield from (f"outcome.{outcome}" for outcome in OUTCOMES)
    yield from (f"completeness.{completeness}" for completeness in COMPLETENESS)
    yield from (measure.name for measure in MEASURES)


def item_of(sample: Sample) -> Item:
    """Return the message as an item nobody labelled."""
    return Item(
        id=sample.key,
        text=sample.message,
        history=(),
        language=sample.language,
        public="",
        department="",
        theme="",
        register="",
        difficulty="",
        expected={},
        origin="",
        review="",
    )


def trace_of(sample: Sample) -> Trace:
    """Return the reply as scorers read it."""
    exchange = Exchange(
        message=sample.message,
        language=sample.language,
        seen=Seen(observed=sample.reply),
        seconds=sample.seconds,
    )
    return Trace(dataset=_DATASET, item=sample.key, exchanges=(exchange,))


def _values(sample: Sample) -> Iterator[tuple[str, float]]:
    """Yield every value of one reply, with its name; a measure that says nothing is left out."""
    for outcome in OUTCOMES:
        yield f"outcome.{outcome}", float(sample.reply.outcome == outcome)
    for completeness in COMPLETENESS:
        yield f"completeness.{completeness}", float(sample.reply.completeness == completeness)
    item, trace = item_of(sample), trace_of(sample)
    for measure in MEASURES:
        score = measure.score(item, trace)
        if score is not None:
            yield measure.name, score.value
