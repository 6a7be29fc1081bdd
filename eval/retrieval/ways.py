"""Ways to search, as subjects: those that only rank records, and ours, searched otherwise too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.evidence import Evidence
from assistant.question import Question, Turn
from assistant.service import Assistant
from eval.subjects.in_process import InProcess
from eval.subjects.replies import record_of
from eval.trace.observed import Observed
from eval.trace.trace import FoundRecord, Seen

Search = Callable[[Question], Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranks:
    """Rank records, and do nothing else."""

    name: str
    search: Callable[[Turn], Iterable[FoundRecord]]
    versions: Mapping[str, str] = field(default_factory=dict)

    def ask(self, turn: Turn) -> Seen:
        """Return the records found, best first."""
        return Seen(observed=Observed(outcome=None), found=tuple(self.search(turn)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """The assistant, that understands and searches, and composes nothing: it is faster.

    Each question is searched in other ways too, while its vector is at hand.
    """

    assistant: Assistant
    name: str = "assistant"
    ways: Mapping[str, Search] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    found: dict[tuple[str, Turn], Sequence[FoundRecord]] = field(default_factory=dict)

    def ask(self, turn: Turn) -> Seen:
        """Return what was understood and found."""

        def retrieve(question: Question) -> Evidence:
            for name, search in self.ways.items():
                self.found[name, turn] = _records(search(question))
            return self.assistant.retrieve(question)

        silent = replace(self.assistant, retrieve=retrieve, answerable=lambda *_: False)
        return InProcess(silent).ask(turn)

    def others(self) -> list[Ranks]:
        """Return the other ways, over the turns already asked; nothing where none was searched."""
        return [Ranks(name=name, search=self._found_by(name)) for name in self.ways]

    def _found_by(self, name: str) -> Callable[[Turn], Iterable[FoundRecord]]:
        return lambda turn: self.found.get((name, turn), ())


def _records(evidence: Evidence) -> Sequence[FoundRecord]:
    """Return the records of what was retrieved, best first."""
    return [
        FoundRecord(record=record_of(hit.passage), score=hit.score, source=hit.passage.source_id)
        for hit in evidence.hits
    ]
