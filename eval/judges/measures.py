"""Measures whose score is a judge's: told beside the others, never a gate."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from corpus.embedding.ports import Embedder
from eval.data.item import Item
from eval.judges.base import VOTES, Case, Judge, Rubric, settled
from eval.judges.cached_model import CachedModel
from eval.judges.spending import Price, Spending
from eval.scorers.base import Score, Scorer
from eval.subjects.chat_model import ChatModel
from eval.tasks.base import Measure
from eval.trace.trace import Exchange, Trace

Reference: TypeAlias = Callable[[Item], str]
"""What a right answer to an item says; empty when nobody wrote one."""

JUDGED: Final = ("retrieval",)
"""Data sets with messages that deserve an answer."""
TEMPERATURE: Final = 0.3
"""Above zero, so that three votes are three opinions; each has its seed."""
_REFUSALS: Final = frozenset({"declined", "clarify", "crisis"})
_ASKS: Final = {
    Rubric.FAITHFULNESS: "Do the cited texts prove all that is said, in a judge's eyes?",
    Rubric.RELEVANCY: "Does the answer answer the question, in a judge's eyes?",
    Rubric.CORRECTNESS: "Does the answer say what a right one says, in a judge's eyes?",
}


def judge_measures(
    judge: Judge, datasets: Sequence[str] = JUDGED, reference: Reference | None = None
) -> tuple[Measure, ...]:
    """Return every measure of a judge: `judge.faithfulness` over the first data set, then others.

    Over another data set than the first, a measure bears its name: `judge.faithfulness.followups`.
    """
    return tuple(
        Measure(
            name=f"judge.{rubric}" if dataset == datasets[0] else f"judge.{rubric}.{dataset}",
            dataset=dataset,
            asks=_ASKS[rubric],
            score=judged(judge, rubric, reference or stated),
            slow=True,
        )
        for dataset in datasets
        for rubric in Rubric
    )


def judged(judge: Judge, rubric: Rubric, reference: Reference) -> Scorer:
    """Return the scorer that asks a judge three times; absent for a refusal or without quorum."""

    def score(item: Item, trace: Trace) -> Score | None:
        case = case_of(item, trace, reference)
        if case is None or not _enough(rubric, case):
            return None
        votes = [judge.vote(rubric, case, number) for number in range(1, VOTES + 1)]
        whole = settled(votes)
        if whole.value is None:
            return None
        given = ", ".join("–" if not v.valid else f"{v.value:.2f}" for v in votes)
        return Score(value=whole.value, why="" if whole.value >= 1 else f"{given}: {whole.why}")

    return score


def case_of(item: Item, trace: Trace, reference: Reference) -> Case | None:
    """Return the last reply of a trace as a case; nothing for a refusal or an empty reply."""
    if not trace.exchanges:
        return None
    last = trace.exchanges[-1]
    answer = "\n".join(said.text for said in last.observed.sentences)
    if last.observed.outcome in _REFUSALS or not answer.strip():
        return None
    return Case(
        question="\n".join((*last.history, last.message)),
        answer=answer,
        contexts=_contexts(last),
        reference=reference(item),
    )


def stated(item: Item) -> str:
    """Return the right answer written in the item itself, if there is one."""
    return str(item.expected.get("reference") or "")


def open_judge(
    model: ChatModel, embedder: Embedder, folder: Path, price: Price | None = None
) -> tuple[Judge, Spending]:
    """Return a judge whose replies are kept in `folder`, and the account of what it costs."""
    # ragas takes three seconds to import: only who judges pays for it.
    from eval.judges.ragas_judges import RagasJudge  # noqa: PLC0415

    spending = Spending(price=price or Price())
    cached = CachedModel(model=model, folder=folder, spending=spending)
    return RagasJudge(model=cached, embedder=embedder), spending


def _enough(rubric: Rubric, case: Case) -> bool:
    """Return whether a case holds what a rubric compares the answer with."""
    if rubric is Rubric.FAITHFULNESS:
        return bool(case.contexts)
    return bool(case.reference) if rubric is Rubric.CORRECTNESS else True


def _contexts(exchange: Exchange) -> tuple[str, ...]:
    """Return the texts cited, each once: the passage where it is shown, else the quote."""
    texts = (cited.passage or cited.quote for cited in exchange.observed.quotes)
    return tuple(dict.fromkeys(texts))
