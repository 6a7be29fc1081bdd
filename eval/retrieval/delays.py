"""How long a question takes to be understood and searched, alone and among others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.question import Turn
from assistant.service import Assistant
from corpus.embedding.ports import Embedder
from eval.bench.growth.load import CLIENTS, LoadFigures, measure_load
from eval.bench.timing import Latency, race
from eval.data.item import Item

ROUNDS: Final = 2
SECONDS: Final = 10.0
"""How long many ask at once."""
_WARM_UP: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """Delays over the same questions, and what many people at once obtain."""

    questions: int
    rounds: int
    search: Latency
    """Understanding and retrieval, the embedding of the question included."""
    embedding: Latency
    """The embedding of the same question alone."""
    crowd: LoadFigures

    @property
    def ratio(self) -> float:
        """Return the median of the whole over that of the embedding."""
        return self.search.p50_ms / self.embedding.p50_ms


def delays(
    assistant: Assistant,
    embedder: Embedder,
    items: Sequence[Item],
    *,
    rounds: int = ROUNDS,
    seconds: float = SECONDS,
) -> Delays:
    """Return the delays over items; `embedder` must keep no vector from one call to the next."""
    turns = [Turn(text=item.text, history=item.history) for item in items]

    def search(turn: Turn) -> object:
        return assistant.retrieve(assistant.understand(turn))

    for turn in turns[:_WARM_UP]:
        search(turn)
    raced = race(
        {"search": search, "embedding": lambda turn: embedder.embed_query(turn.text)},
        turns,
        rounds,
    )
    return Delays(
        questions=len(turns),
        rounds=rounds,
        search=raced["search"],
        embedding=raced["embedding"],
        crowd=measure_load(
            lambda text: search(Turn(text=text)), [turn.text for turn in turns], CLIENTS, seconds
        ),
    )
