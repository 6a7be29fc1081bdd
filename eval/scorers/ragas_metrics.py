"""Metrics of ragas that need no model, as scorers: the published measures, beside our own.

The one scorer that imports ragas. Each function makes the metric once and returns a scorer.
"""

import asyncio
import warnings
from collections.abc import Callable, Mapping
from math import isnan
from typing import Any, Final

from ragas import SingleTurnSample, metrics
from ragas.embeddings.base import BaseRagasEmbedding
from ragas.metrics.collections import (
    CHRFScore,
    QuotedSpansAlignment,
    RougeScore,
    SemanticSimilarity,
)
from typing_extensions import override

from assistant.text import fold
from corpus.embedding.ports import Embedder
from eval.data.item import Item
from eval.scorers.base import RIGHT, Score, Scorer
from eval.trace.observed import Observed
from eval.trace.trace import Trace

_MARKS: Final = str.maketrans(dict.fromkeys("\"'`´‘’“”„‟", " "))
"""What ragas takes for the bounds of a quotation: in French most are apostrophes."""
_DECIMALS: Final = 6


class OurEmbedding(BaseRagasEmbedding):
    """Our embedder, as ragas asks for one."""

    def __init__(self, embedder: Embedder) -> None:
        super().__init__()
        self._embedder = embedder

    @override
    def embed_text(self, text: str, **kwargs: Any) -> list[float]:
        """Return the vector of a text."""
        vector: list[float] = self._embedder.embed_passages([text])[0].tolist()
        return vector

    @override
    async def aembed_text(self, text: str, **kwargs: Any) -> list[float]:
        """Return the vector of a text."""
        return self.embed_text(text)


def context_precision() -> Scorer:
    """Return a scorer of the share of records found that are relevant."""
    return _id_based("IDBasedContextPrecision", lambda found, relevant: found - relevant)


def context_recall() -> Scorer:
    """Return a scorer of the share of relevant records that are found."""
    return _id_based("IDBasedContextRecall", lambda found, relevant: relevant - found)


def quoted_spans() -> Scorer:
    """Return a scorer of the share of quotes of three words or more that stand in a passage."""
    metric = QuotedSpansAlignment()

    def score(item: Item, trace: Trace) -> Score | None:  # noqa: ARG001 # shape of a scorer
        shown = [c for c in trace.only.observed.quotes if c.passage is not None]
        passages = [_unmarked(cited.passage or "") for cited in shown]
        quotes = [_unmarked(cited.quote) for cited in shown]
        if not any(len(quote.split()) >= metric.min_span_words for quote in quotes):
            return None
        response = " ".join(f'"{quote}"' for quote in quotes)
        result = metric.score(response=response, retrieved_contexts=passages)
        return _scored(result.value, result.reason or "")

    return score


def similarity(records: Mapping[str, str], embedder: Embedder) -> Scorer:
    """Return a scorer of the cosine of an answer with the relevant records, by text of record."""
    metric = SemanticSimilarity(embeddings=OurEmbedding(embedder))
    return _against(records, lambda told, due: metric.score(response=told, reference=due))


def rouge(records: Mapping[str, str]) -> Scorer:
    """Return a scorer of the words an answer shares, in order, with the relevant records."""
    metric = RougeScore()
    # Folded: rouge-score takes an accented letter for the end of a word.
    return _against(
        records, lambda told, due: metric.score(response=fold(told), reference=fold(due))
    )


def chrf(records: Mapping[str, str]) -> Scorer:
    """Return a scorer of the runs of letters an answer shares with the relevant records."""
    metric = CHRFScore()
    return _against(records, lambda told, due: metric.score(response=told, reference=due))


def _id_based(
    name: str, wrong_ones: Callable[[frozenset[str], frozenset[str]], frozenset[str]]
) -> Scorer:
    """Return a scorer over ids of records; absent when none is relevant, or none can be shown.

    A search that found nothing has a recall of 0, and no precision.
    """
    metric = _quietly_made(name)

    def score(item: Item, trace: Trace) -> Score | None:
        hits, relevant = trace.only.seen.found, frozenset[str](item.expected.get("relevant") or ())
        if hits is None or not relevant:
            return None
        found = frozenset(hit.record for hit in hits)
        value = _shared(metric, found, relevant)
        return _scored(value, ", ".join(sorted(wrong_ones(found, relevant))))

    return score


def _quietly_made(name: str) -> Any:  # noqa: ANN401 # ragas has no public type for both
    """Return a metric over ids, after its first use."""
    with warnings.catch_warnings():
        # Deprecated in `ragas.metrics`, and not yet among its `collections` in 0.4.3.
        warnings.simplefilter("ignore", DeprecationWarning)
        # At its first use ragas names its user, and leaves a file open.
        warnings.simplefilter("ignore", ResourceWarning)
        metric = getattr(metrics, name)()
        _shared(metric, frozenset((name,)), frozenset((name,)))
    return metric


def _shared(metric: Any, found: frozenset[str], relevant: frozenset[str]) -> float:  # noqa: ANN401 # same
    """Return what a metric over ids says of what was found."""
    sample = SingleTurnSample(
        retrieved_context_ids=sorted(found), reference_context_ids=sorted(relevant)
    )
    return float(asyncio.run(metric.single_turn_ascore(sample)))


def _against(records: Mapping[str, str], measure: Callable[[str, str], Any]) -> Scorer:
    """Return a scorer of an answer against the text of the records relevant to the item."""

    def score(item: Item, trace: Trace) -> Score | None:
        relevant = [r for r in item.expected.get("relevant") or () if r in records]
        told = _answer(trace.only.observed)
        if not relevant or not told:
            return None
        value = measure(told, "\n".join(records[record] for record in relevant)).value
        return _scored(value, f"{value:.2f} against {', '.join(relevant)}")

    return score


def _answer(observed: Observed) -> str:
    """Return the sentences of an answer; nothing for any other outcome, if the subject has any."""
    answered = observed.outcome in {None, "answered"}
    return "\n".join(said.text for said in observed.sentences) if answered else ""


def _unmarked(text: str) -> str:
    """Return a text on one line, without the marks ragas would cut it at."""
    return " ".join(text.translate(_MARKS).split())


def _scored(value: float, why: str) -> Score | None:
    """Return a value of ragas as a score, rounding errors cut; absent when it can't compute it."""
    if isnan(value):
        return None
    kept = min(1.0, max(0.0, round(value, _DECIMALS)))
    return Score(value=kept, why=why) if kept < 1.0 else RIGHT
