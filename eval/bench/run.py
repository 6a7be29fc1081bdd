"""Every measure in one run, on copies in a temporary folder: nothing served is changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assistant.settings import Settings
from corpus.embedding.bundled.embedder import BundledEmbedder, open_bundled
from eval.bench.answers import AnswerFigures, measure_answers, read_questions
from eval.bench.base import Base, copied, open_data, opened, served_version
from eval.bench.build import BuildFigures, RefreshFigures, measure_build, measure_refresh
from eval.bench.embedding import EmbeddingFigures, even_sample, measure_embedding
from eval.bench.machine import Machine, describe_machine
from eval.bench.process import ProcessFigures, measure_process
from ingest.settings import IngestSettings

SEED: Final = 20261123


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long a run may take."""

    rounds: int = 5
    sample: int = 48
    """Passages embedded by each side, every round."""
    questions: int | None = None
    """Questions put in each round; all of them when None."""
    starts: int = 3
    asked: int = 20
    """Questions asked of each started service."""


QUICK: Final = Effort(rounds=1, sample=4, questions=6, starts=1, asked=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything measured in one run."""

    machine: Machine
    version: str
    """Of the knowledge base questions were put to."""
    sample: str
    """Where the passages embedded come from."""
    embedding: EmbeddingFigures
    build: BuildFigures
    first_refresh: RefreshFigures
    refresh: RefreshFigures | None
    """Of the base questions were put to; None when it is the one just built."""
    answers: AnswerFigures
    process: ProcessFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is made of."""

    settings: Settings
    home: Path | None = None
    """New folder for the first build; a temporary one when None."""
    served: Path | None = None
    """Home of the knowledge base to put questions to; the one just built when None."""
    effort: Effort = Effort()
    open_data: bool = False
    """Whether the first build takes the open data in, which is minutes of embedding."""


def run(plan: Plan, say: Callable[[str], None]) -> Figures:
    """Return the figures; `say` hears what is being measured.

    Raises NoKnowledgeBaseError before anything is measured when there is nothing to serve.
    """
    if plan.served is not None:
        served_version(plan.served)
    machine = describe_machine()
    settings, effort = plan.settings, plan.effort
    embedder = open_bundled(settings.embedder_cache, settings.threads)
    with TemporaryDirectory(prefix="spro-bench-") as folder:
        inputs = _inputs(plan, plan.home or Path(folder) / "first")
        say("building, in memory then on disk")
        build = measure_build(inputs, embedder)
        first_refresh = measure_refresh(inputs, embedder)
        refresh = None
        if plan.served is not None:
            say("running again over a copy of the served knowledge base")
            inputs = copied(plan.served, Path(folder) / "served", inputs, embedder)
            refresh = measure_refresh(inputs, embedder)
        with opened(inputs, embedder) as base:
            say("embedding, beside the package's own engine")
            sample, embedding = _embedding(base, inputs, effort)
            say("answering, beside an exact search and the package's own engine")
            answers = _answers(base, embedder, plan)
            version = base.kb.version
        say("starting the service, beside the bare HTTP application")
        process = measure_process(
            inputs.home, settings.embedder_cache, _questions(effort.asked), effort.starts
        )
    return Figures(
        machine=machine,
        version=version,
        sample=sample,
        embedding=embedding,
        build=build,
        first_refresh=first_refresh,
        refresh=refresh,
        answers=answers,
        process=process,
    )


def _inputs(plan: Plan, home: Path) -> IngestSettings:
    """Return how the first build is made."""
    settings = plan.settings
    return IngestSettings(
        home=home,
        sources=(settings.sources,),
        data=settings.data if settings.data.is_dir() else None,
        only_local=not plan.open_data,
    )


def _embedding(base: Base, inputs: IngestSettings, effort: Effort) -> tuple[str, EmbeddingFigures]:
    """Return where the passages come from, open data when there is any, and the figures."""
    passages = base.content.passages
    taken = [p for p in passages if p.source_id in open_data(inputs.sources)] or passages
    sample = even_sample([p.embedded_text for p in taken], effort.sample, SEED)
    names = ", ".join(sorted({passage.source_id for passage in taken}))
    return names, measure_embedding(sample, effort.rounds)


def _answers(base: Base, embedder: BundledEmbedder, plan: Plan) -> AnswerFigures:
    questions = _questions(plan.effort.questions)
    return measure_answers(base, embedder, plan.settings, questions, rounds=plan.effort.rounds)


def _questions(number: int | None) -> Sequence[str]:
    """Return that many questions spread over the file, or all of them."""
    questions = read_questions()
    return even_sample(questions, number or len(questions), SEED)
