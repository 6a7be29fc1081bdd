"""Judges of ragas, told in French: faithfulness, relevancy, factual correctness."""

import json
import math
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeVar

from pydantic import BaseModel
from ragas.embeddings.base import BaseRagasEmbedding
from ragas.llms.base import InstructorBaseRagasLLM
from ragas.metrics.collections import AnswerRelevancy, FactualCorrectness, Faithfulness
from ragas.prompt.metrics.base_prompt import BasePrompt
from typing_extensions import override

from corpus.embedding.ports import Embedder
from eval.judges.base import Case, Rubric, Vote
from eval.judges.cached_model import CachedModel

_Output = TypeVar("_Output", bound=BaseModel)
_Metric = TypeVar("_Metric")
_OBJECT: Final = re.compile(r"\{.*\}", re.DOTALL)
_REASONS: Final = 5
"""Reasons given at most for a vote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RagasJudge:
    """Ask `model`; the number of a vote is its seed, and `embedder` compares questions."""

    model: CachedModel
    embedder: Embedder

    def vote(self, rubric: Rubric, case: Case, number: int) -> Vote:
        """Return one opinion; without value when ragas gives none."""
        hearing = _Hearing(self.model, number)
        try:
            value = float(_SCORES[rubric](hearing, self.embedder, case))
        except Exception as error:  # noqa: BLE001 # whatever goes wrong in ragas, the vote is absent
            self.model.spending.lost()
            return Vote(value=None, why=f"vote {number}: {type(error).__name__}: {error}")
        vote = Vote(value=value, why=" ; ".join(_reasons(hearing.heard)))
        if not vote.valid:
            self.model.spending.lost()
        return vote


class _Hearing(InstructorBaseRagasLLM):
    """One vote: asks the model with one seed, and remembers what it said."""

    def __init__(self, model: CachedModel, seed: int) -> None:
        self._model = model
        self._seed = seed
        self.heard: list[BaseModel] = []

    @override
    def generate(self, prompt: str, response_model: type[_Output]) -> _Output:
        """Return the reply in the form asked; ValueError when it is not."""
        text = self._model.complete(prompt, self._seed).text
        found = _OBJECT.search(text)
        try:
            output = response_model.model_validate_json(found[0] if found else text)
        except ValueError:
            self._model.forget(prompt, self._seed)
            raise
        self.heard.append(output)
        return output

    @override
    async def agenerate(self, prompt: str, response_model: type[_Output]) -> _Output:
        """Return the same: a vote asks one thing after another."""
        return self.generate(prompt, response_model)


class _Embedding(BaseRagasEmbedding):
    """Our embedder where ragas wants one of its own; it embeds questions only."""

    def __init__(self, embedder: Embedder) -> None:
        super().__init__()
        self._embedder = embedder

    @override
    def embed_text(self, text: str, **kwargs: Any) -> list[float]:
        """Return the vector of a question."""
        vector: list[float] = self._embedder.embed_query(text).tolist()
        return vector

    @override
    async def aembed_text(self, text: str, **kwargs: Any) -> list[float]:
        """Return the same."""
        return self.embed_text(text)


class _French(BasePrompt[BaseModel, BaseModel]):
    """A prompt of ragas with its instruction, examples and frame in French."""

    def __init__(self, name: str, replaced: BasePrompt[Any, Any]) -> None:
        told = rubrics()[name]
        self.input_model = replaced.input_model
        self.output_model = replaced.output_model
        self.instruction = told["instruction"].strip()
        self.examples = [
            (
                self.input_model.model_validate(example["given"]),
                self.output_model.model_validate(example["expected"]),
            )
            for example in told["examples"]
        ]
        self.language = "french"

    @override
    def to_string(self, data: BaseModel) -> str:
        """Return the whole prompt."""
        frame = rubrics()["frame"]
        schema = json.dumps(self.output_model.model_json_schema(), ensure_ascii=False)
        shown = (
            f"{frame['given']} {_json(given)}\n{frame['expected']} {_json(expected)}"
            for given, expected in self.examples
        )
        return "\n\n".join(
            (
                self.instruction,
                f"{frame['schema']} {schema}",
                f"{frame['examples']}\n\n" + "\n\n".join(shown),
                f"{frame['task']}\n\n{frame['given']} {_json(data)}\n{frame['expected']}",
            )
        )


@cache
def rubrics() -> Mapping[str, Any]:
    """Return what the judge is told, by name of prompt."""
    return tomllib.loads(files("eval.judges").joinpath("rubrics.fr.toml").read_text("utf-8"))


def _faithfulness(hearing: _Hearing, _: Embedder, case: Case) -> float:
    """Return the share of what is said that the cited texts prove."""
    metric = _in_french(
        Faithfulness(llm=hearing),
        statement_generator_prompt="statements",
        nli_statement_prompt="verdicts",
    )
    contexts = list(case.contexts)
    score = metric.score(
        user_input=case.question, response=case.answer, retrieved_contexts=contexts
    )
    return float(score.value)


def _relevancy(hearing: _Hearing, embedder: Embedder, case: Case) -> float:
    """Return how near the question is to the one the answer answers; asked once a vote."""
    metric = _in_french(
        AnswerRelevancy(llm=hearing, embeddings=_Embedding(embedder), strictness=1),
        prompt="question",
    )
    score = metric.score(user_input=case.question, response=case.answer)
    return math.nan if _says_nothing(hearing.heard, "question") else float(score.value)


def _correctness(hearing: _Hearing, _: Embedder, case: Case) -> float:
    """Return the share of what is said that the right texts bear out.

    They are whole records, which say more than was asked: what an answer leaves out is no fault.
    """
    metric = _in_french(
        FactualCorrectness(llm=hearing, mode="precision"), prompt="claims", nli_prompt="verdicts"
    )
    score = metric.score(response=case.answer, reference=case.reference)
    empty = any(_says_nothing(hearing.heard, name) for name in ("claims", "statements"))
    return math.nan if empty else float(score.value)


def _in_french(metric: _Metric, **prompts: str) -> _Metric:
    """Return a metric whose prompts are ours, given by the name of its attribute."""
    for attribute, name in prompts.items():
        setattr(metric, attribute, _French(name, getattr(metric, attribute)))
    return metric


def _says_nothing(heard: Iterable[BaseModel], name: str) -> bool:
    """Return whether a reply left a field empty: ragas makes a zero of it, we make no vote."""
    return any(not getattr(output, name, True) for output in heard)


_SCORES: Final[Mapping[Rubric, Callable[[_Hearing, Embedder, Case], float]]] = {
    Rubric.FAITHFULNESS: _faithfulness,
    Rubric.RELEVANCY: _relevancy,
    Rubric.CORRECTNESS: _correctness,
}


def _reasons(heard: Iterable[Any]) -> list[str]:
    """Return what was found unproved, or the question an answer was taken to answer."""
    reasons: list[str] = []
    for output in heard:
        verdicts = getattr(output, "statements", ())
        unproved = (v for v in verdicts if not getattr(v, "verdict", True))
        reasons += [f"{v.statement} ({v.reason})" for v in unproved]
        reasons += [output.question] if hasattr(output, "question") else []
    return reasons[:_REASONS]


def _json(data: BaseModel) -> str:
    """Return a value as JSON a person can read."""
    return json.dumps(data.model_dump(exclude_none=True), ensure_ascii=False, indent=1)
