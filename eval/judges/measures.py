"""Measures whose score is a judge's: told beside the others, never a gate."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
Heard: TypeAlias = Callable[[Rubric, Item], None]
"""Told each time the votes on an item are in: judging takes long."""

JUDGED: Final = ("retrieval",)
"""Data sets with messages that deserve an answer."""
TEMPERATURE: Final = 0.3
"""Above zero, so that three votes are three opinions; each has its seed."""
LONGEST: Final = 4000
"""Tokens a judge may write: it takes an answer apart, statement by statement, and gives reasons."""
WHOLE: Final = 2
"""Grade of a record that answers an item wholly."""
_REFUSALS: Final = frozenset({"declined", "clarify", "crisis"})
_ASKS: Final = {
    Rubric.FAITHFULNESS: "Do the cited texts prove all that is said, in a judge's eyes?",
    Rubric.RELEVANCY: "Does the answer answer the question, in a judge's eyes?",
    Rubric.CORRECTNESS: "Do the records that answer bear out what is said, in a judge's eyes?",
}


def judge_measures(
    judge: Judge,
    datasets: Sequence[str] = JUDGED,
    reference: Reference | None = None,
    heard: Heard = lambda *_: None,
) -> tuple[Measure, ...]:
    """Return every measure of a judge: `judge.faithfulness` over the first data set, then others.

    Over another data set than the first, a measure bears its name: `judge.faithfulness.followups`.
    """
    return tuple(
        Measure(
            name=f"judge.{rubric}" if dataset == datasets[0] else f"judge.{rubric}.{dataset}",
            dataset=dataset,
            asks=_ASKS[rubric],
            score=judged(judge, rubric, reference or stated, heard),
            slow=True,
        )
        for dataset in datasets
        for rubric in Rubric
    )


def judged(
    judge: Judge, rubric: Rubric, reference: Reference, heard: Heard = lambda *_: None
) -> Scorer:
    """Return the scorer that takes three votes at once; absent for a refusal or without quorum."""

    def score(item: Item, trace: Trace) -> Score | None:
        case = case_of(item, trace, reference)
        if case is None or not _enough(rubric, case):
            return None
        with ThreadPoolExecutor(max_workers=VOTES, thread_name_prefix="vote") as pool:
            votes = list(pool.map(partial(judge.vote, rubric, case), range(1, VOTES + 1)))
        heard(rubric, item)
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


def referring(records: Mapping[str, str]) -> Reference:
    """Return what a right answer may say, by item: what is written there, else whole records.

    Those are the records labelled as answering the item wholly, never those the answer cites.
    """

    def reference(item: Item) -> str:
        relevant: Mapping[str, int] = item.expected.get("relevant") or {}
        whole = (name for name, grade in relevant.items() if grade == WHOLE)
        return stated(item) or "\n\n".join(records[name] for name in whole if name in records)

    return reference


def judge_versions(model: ChatModel) -> Mapping[str, str]:
    """Return what a run says of its judge: a vote's number is its seed."""
    told = model.versions
    return {
        "judge": model.address,
        "judge votes": f"seeds 1-{VOTES}, temperature {told['temperature']}",
    }


def open_judge(
    model: ChatModel, embedder: Embedder, folder: Path, price: Price | None = None
) -> tuple[Judge, Spending]:
    """Return a judge whose replies are kept in `folder`, and the account of what it costs."""
    # ragas takes three seconds to import: only who judges pays for it.
    from eval.judges.ragas_judges import RagasJudge  # noqa: PLC0415

    spending = Spending(price=price)
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
