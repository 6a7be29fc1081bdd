"""Every size in turn: built apart, opened apart for its memory, then searched here."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Final

from assistant.bootstrap import build_assistant
from assistant.question import Turn
from assistant.service import Assistant
from assistant.settings import Settings
from corpus.embedding.ports import Embedder
from corpus.store.knowledge_base import KnowledgeBase, open_version
from corpus.store.ports import Beside
from eval.bench.growth.build import BuildFigures, build, folder_of
from eval.bench.growth.load import CLIENTS, LoadFigures, measure_load
from eval.bench.growth.memory import MemoryFigures, apart, measure_memory
from eval.bench.growth.own import Own
from eval.bench.growth.search import SearchFigures, exact_vectors, measure_search, same
from eval.bench.machine import Machine, describe_machine

MOST_EXACT: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdFigures:
    """Many people at once, beside one alone."""

    crowd: LoadFigures
    alone: LoadFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeFigures:
    """Everything measured at one size."""

    passages: int
    build: BuildFigures
    memory: MemoryFigures
    search: SearchFigures
    same_first: float
    """Share of the questions whose first passage is that of the smallest size."""
    own_first: float
    """Share of the questions whose first passage is of our own records."""
    crowd: CrowdFigures | None
    """At the largest size that is searched exactly too, only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthFigures:
    """Everything measured in one run."""

    machine: Machine
    own_passages: int
    own_questions: int
    own_names: int
    questions: int
    rounds: int
    sizes: tuple[SizeFigures, ...]
    """Smallest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is made of."""

    home: Path
    sizes: tuple[int, ...]
    opens: Callable[[], Embedder]
    """Opens the embedder, here and in other processes."""
    settings: Settings
    questions: Sequence[str]
    rounds: int
    load_seconds: float
    most_exact: int = MOST_EXACT
    """Passages above which every vector is not compared, nor people made to ask at once."""


def run(plan: Plan, own: Own, say: Callable[[str], None]) -> GrowthFigures:
    """Return the figures; `say` hears how far the run is, in this process and in others.

    Raises StoreError for a size under that of our own records.
    """
    machine = describe_machine()
    one = _Run(plan, own, plan.opens(), say)
    sizes: list[SizeFigures] = []
    for size in sorted(plan.sizes):
        sizes.append(one.at(size, sizes[0].search if sizes else None))
    counts = own.content.counts()
    return GrowthFigures(
        machine=machine,
        own_passages=len(own.content.passages),
        own_questions=counts.get(Beside.ASKED, 0),
        own_names=counts.get(Beside.NAMES, 0),
        questions=len(plan.questions),
        rounds=plan.rounds,
        sizes=tuple(sizes),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    plan: Plan
    own: Own
    embedder: Embedder
    say: Callable[[str], None]

    def at(self, size: int, smallest: SearchFigures | None) -> SizeFigures:
        """Return the figures of a size, its first passages beside those of the smallest."""
        plan, folder = self.plan, folder_of(self.plan.home, size)
        own_ids = {passage.id for passage in self.own.content.passages}
        self.say(f"… {size:,} passages: building, or taking what is there")
        built = apart(build, folder, size, self.own, self.say)
        self.say(f"… {size:,} passages: opening in a new process")
        memory = apart(measure_memory, folder, plan.opens, plan.questions, plan.settings)
        with closing(open_version(folder, self.own.fingerprint, self.embedder.dimension)) as kb:
            ours = build_assistant(kb, self.embedder, plan.settings)
            self.say(f"… {size:,} passages: searching")
            search = measure_search(ours, self._exact(kb, size), plan.questions, plan.rounds)
            crowd = self._crowd(ours, size) if size == self._crowded else None
        return SizeFigures(
            passages=size,
            build=built,
            memory=memory,
            search=search,
            same_first=same(search.firsts, (smallest or search).firsts),
            own_first=fmean(first in own_ids for first in search.firsts),
            crowd=crowd,
        )

    @property
    def _crowded(self) -> int | None:
        return max((size for size in self.plan.sizes if size <= self.plan.most_exact), default=None)

    def _exact(self, kb: KnowledgeBase, size: int) -> Assistant | None:
        """Return who searches the same words and records, every vector compared."""
        if size > self.plan.most_exact:
            return None
        vectors = exact_vectors(self.own, size - len(self.own.content.passages))
        return build_assistant(replace(kb, vectors=vectors), self.embedder, self.plan.settings)

    def _crowd(self, assistant: Assistant, size: int) -> CrowdFigures:
        def ask(question: str) -> object:
            return assistant.reply(Turn(text=question))

        self.say(f"… {size:,} passages: answering one person, then {CLIENTS} at once")
        questions, limit = self.plan.questions, self.plan.load_seconds
        return CrowdFigures(
            alone=measure_load(ask, questions, 1, limit),
            crowd=measure_load(ask, questions, CLIENTS, limit),
        )
