"""Candidates: every passage a list found, with what each list says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.evidence import Signal
from corpus.store.ports import Scored, owner_of


@dataclass(frozen=True, slots=True)
class Listed:
    """One list: scores by passage, best first, and what a passage out of it is worth."""

    scores: Mapping[str, float]
    outside: float
    questions: Mapping[str, int] = field(default_factory=dict)
    """For the list of questions: the number of the passage's nearest one."""
    ranks: Mapping[str, int] = field(init=False)
    """Place of each passage, from 1."""

    def __post_init__(self) -> None:
        """Count the places once: every candidate asks for its own."""
        places = {passage: place for place, passage in enumerate(self.scores, start=1)}
        object.__setattr__(self, "ranks", places)

    def of(self, passage: str) -> float:
        """Return the score of a passage."""
        return self.scores.get(passage, self.outside)


Lists = Mapping[Signal, Listed]


def near(found: Sequence[Scored]) -> Listed:
    """Return passages by cosine; one that was not found is at most as near as the last."""
    scores = {one.id: one.score for one in found}
    return Listed(scores, min(scores.values(), default=0.0))


def asked(found: Sequence[Scored]) -> Listed:
    """Return passages by their nearest question."""
    scores: dict[str, float] = {}
    numbers: dict[str, int] = {}
    for one in found:
        passage, number = owner_of(one.id)
        if passage not in scores:
            scores[passage], numbers[passage] = one.score, number
    return Listed(scores, min((one.score for one in found), default=0.0), numbers)


def worded(found: Sequence[Scored]) -> Listed:
    """Return passages by their words, beside the best one: 1 for it, 0 for none."""
    top = max((one.score for one in found), default=0.0)
    return Listed({one.id: one.score / top for one in found if top > 0}, 0.0)


def ranks(lists: Lists, passage: str) -> dict[str, int]:
    """Return the place of a passage in each list that found it."""
    return {
        str(signal): listed.ranks[passage]
        for signal, listed in lists.items()
        if passage in listed.ranks
    }
