"""What each threshold would answer and refuse, on the messages of the development split."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.evidence import Evidence
from assistant.question import Question, Turn
from assistant.retrieval.answerable import Answerable
from assistant.service import Assistant
from eval.fitting.border import Border
from eval.runs.statistics import Interval, interval

GRID: Final = tuple(step / 20 for step in range(1, 20))
"""Thresholds tried, 0.05 to 0.95."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of messages, with its interval."""

    value: float
    interval: Interval
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one threshold does; a share is absent where no message is of its side."""

    threshold: float
    refused: Share | None
    """Of the messages that must be answered, those that would not be."""
    answered: Share | None
    """Of the messages that must not be answered, those that would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Every threshold of one kind of question."""

    kind: str
    """As `assistant/retrieval/thresholds.toml` names it."""
    points: tuple[Point, ...]
    chosen: Point
    """What the threshold in use does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """The curve of each kind, and the messages that never came to be decided on."""

    curves: tuple[Curve, ...]
    undecided: int
    """A greeting alone, what is guarded against before any search, or what a rule decides on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What a decision is taken on, and the right one."""

    question: Question
    evidence: Evidence
    answerable: bool


@dataclass(slots=True)
class _Watching:
    """Stands where the decision is taken: keeps what it is taken on, and never composes."""

    seen: list[tuple[Question, Evidence]] = field(default_factory=list)

    def __call__(self, question: Question, evidence: Evidence) -> bool:
        self.seen.append((question, evidence))
        return False


def curves(assistant: Assistant, border: Border) -> Curves:
    """Return the curve of each kind of question; TypeError for a step without our thresholds."""
    thresholds = _in_use(assistant)
    cases = list(_cases(assistant, border))
    kinds = {
        kind: [case for case in cases if _is_of(kind, case, thresholds)] for kind in thresholds
    }
    return Curves(
        curves=tuple(
            Curve(
                kind=kind,
                points=tuple(_point(held, kind, threshold) for threshold in GRID),
                chosen=_point(held, kind, thresholds[kind]),
            )
            for kind, held in kinds.items()
        ),
        undecided=len(border.items) - sum(map(len, kinds.values())),
    )


def _in_use(assistant: Assistant) -> Mapping[str, float]:
    """Return the threshold of each kind of question."""
    if not isinstance(assistant.answerable, Answerable):
        msg = f"{assistant.answerable!r} has no thresholds"
        raise TypeError(msg)
    return assistant.answerable.thresholds


def _cases(assistant: Assistant, border: Border) -> Iterator[_Case]:
    """Yield the messages of the border that come to be decided on."""
    for item, answerable in zip(border.items, border.answerable.tolist(), strict=True):
        watching = _Watching()
        replace(assistant, answerable=watching).reply(Turn(text=item.text, language=item.language))
        for question, evidence in watching.seen:
            yield _Case(question=question, evidence=evidence, answerable=answerable)


def _is_of(kind: str, case: _Case, kinds: Collection[str]) -> bool:
    """Return whether the threshold of a kind, and it alone, decides on a message."""
    shut = dict.fromkeys(kinds, math.inf)
    with_it, without = (
        Answerable(thresholds=thresholds)(case.question, case.evidence)
        for thresholds in (shut | {kind: 0.0}, shut)
    )
    return with_it and not without


def _point(cases: Sequence[_Case], kind: str, threshold: float) -> Point:
    """Return what the step itself decides with one threshold."""
    decide = Answerable(thresholds={kind: threshold})
    composed = [(case.answerable, decide(case.question, case.evidence)) for case in cases]
    return Point(
        threshold=threshold,
        refused=_share([not done for due, done in composed if due]),
        answered=_share([done for due, done in composed if not due]),
    )


def _share(held: Sequence[bool]) -> Share | None:
    """Return the share of those that hold; absent when there is none."""
    if not held:
        return None
    values = [float(one) for one in held]
    return Share(value=sum(values) / len(values), interval=interval(values), count=len(values))
