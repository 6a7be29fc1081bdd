"""How long a question takes: understanding and search, then the whole answer."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Final

from assistant.bootstrap import build_assistant
from assistant.question import Turn
from assistant.service import Assistant
from assistant.settings import Settings
from corpus.embedding.ports import Embedder
from corpus.model.document import Kind
from corpus.store.knowledge_base import KnowledgeBase
from corpus.store.memory import MemoryWords
from corpus.store.ports import SHELVES, Scored, VectorIndex, Vectors
from eval.bench.base import Base
from eval.bench.baselines import ExactVectors, PackageEmbedder
from eval.bench.timing import Latency, race

QUESTIONS: Final = Path(__file__).with_name("questions.txt")
DEPTH: Final = 10
_WARM_UP: Final = 5
_TIE: Final = 1e-5
"""Cosines nearer than this are equal: they were rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFigures:
    """Delays over the same questions, each beside its baseline."""

    passages: int
    questions: int
    rounds: int
    search: Latency
    """Understanding and retrieval."""
    exact_search: Latency
    """The same with every vector compared and the word index in memory."""
    near: Latency
    """Nearest vectors alone, the question being embedded already."""
    exact_near: Latency
    recall: float
    """Share of the ten truly nearest passages that the index finds."""
    reply: Latency
    package_reply: Latency
    """The same turn with the package's own engine as embedder."""
    outcomes: Mapping[str, int]
    """Kinds of replies given."""


def read_questions(path: Path = QUESTIONS) -> tuple[str, ...]:
    """Return the questions of a file, one a line; lines that begin with # are titles."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def measure_answers(
    base: Base,
    embedder: Embedder,
    settings: Settings,
    questions: Sequence[str],
    *,
    rounds: int,
    other: Embedder | None = None,
) -> AnswerFigures:
    """Return the figures over `questions`, asked `rounds` times of each side.

    `other` embeds the questions of the baseline of whole replies: the package's own engine when
    absent.
    """
    turns = [Turn(text=question) for question in questions]
    exact = searched_in_memory(base)
    ours = build_assistant(base.kb, embedder, settings)
    searching = build_assistant(exact, embedder, settings)
    theirs = build_assistant(base.kb, other or PackageEmbedder(replaced=embedder), settings)
    for one in (ours, searching, theirs):
        _ask_all(one, turns[:_WARM_UP])
    searches = race({"ours": _search(ours), "exact": _search(searching)}, turns, rounds)
    replies = race({"ours": ours.reply, "theirs": theirs.reply}, turns, rounds)
    vectors = [embedder.embed_query(question) for question in questions]
    indexes = {"ours": _nearest(base.kb.vectors), "exact": _nearest(exact.vectors)}
    near = race(indexes, vectors, rounds)
    return AnswerFigures(
        passages=len(base.content.passages),
        questions=len(questions),
        rounds=rounds,
        search=searches["ours"],
        exact_search=searches["exact"],
        near=near["ours"],
        exact_near=near["exact"],
        recall=fmean(
            _recall(*(search(vector) for search in indexes.values())) for vector in vectors
        ),
        reply=replies["ours"],
        package_reply=replies["theirs"],
        outcomes=dict(Counter(_ask_all(ours, turns))),
    )


def searched_in_memory(base: Base) -> KnowledgeBase:
    """Return the same knowledge base, every vector compared, words searched in memory."""
    worded = MemoryWords()
    worded.add(base.content.passages)
    return replace(base.kb, vectors=_exact_vectors(base), words=worded)


def _ask_all(assistant: Assistant, turns: Sequence[Turn]) -> list[str]:
    """Return the kind of each reply."""
    return [type(assistant.reply(turn)).__name__ for turn in turns]


def _search(assistant: Assistant) -> Callable[[Turn], object]:
    """Return what a turn does before it composes."""
    return lambda turn: assistant.retrieve(assistant.understand(turn))


def _nearest(index: VectorIndex) -> Callable[[Vectors], Sequence[Scored]]:
    """Return the search of the nearest passages, whatever their kind."""
    return lambda vector: index.search(vector, tuple(Kind), DEPTH)


def _recall(found: Sequence[Scored], exact: Sequence[Scored]) -> float:
    """Return the share of the exact nearest whose score was reached: equal passages may swap."""
    if not exact:
        return 1.0
    least = exact[-1].score - _TIE
    return sum(scored.score >= least for scored in found) / len(exact)


def _exact_vectors(base: Base) -> ExactVectors:
    index = ExactVectors(base.vectors.shape[1])
    entries = base.content.entries
    for shelf in SHELVES:
        rows = [row for row, entry in enumerate(entries) if entry.shelf is shelf]
        index.add(shelf, [entries[row].id for row in rows], base.vectors[rows])
    return index
