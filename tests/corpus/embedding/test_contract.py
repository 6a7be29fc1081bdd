"""What every embedder promises, whatever makes its vectors."""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.embedding.ports import Embedder

EMBEDDERS = [
    pytest.param("bundled"),
    pytest.param("hashing"),
    pytest.param("remembering"),
    pytest.param("sentence-transformers", marks=pytest.mark.model),
]
SENTENCES = (
    "Le BTS se prépare en deux ans après le baccalauréat.",
    "Oui.",
    "La Mission locale accompagne les jeunes de 16 à 25 ans sortis de l'école " * 6,
    "Une VAE permet d'obtenir un diplôme grâce à son expérience.",
    "L'apprenti signe un contrat de travail avec son employeur " * 2,
)
ODD = (
    "",
    " ",
    "\x00\x01\x1f",
    "\ud83d",
    "👩‍🚒🦺",
    "e\u0301tudes",
    "日本語",
    "a" * 10_000,
    "<unk><s></s>",
)
NEAR = (
    ("Combien gagne un infirmier ?", "Quel salaire pour une infirmière ?", "Où dormir à Caen ?"),
    ("devenir électricien", "formation d'électricien", "garde d'enfants"),
    ("Je cherche une formation courte", "une formation de courte durée", "le prix du pain"),
)


@pytest.fixture(scope="module", params=EMBEDDERS)
def embedder(request: pytest.FixtureRequest, make_embedder: Callable[[str], Embedder]) -> Embedder:
    return make_embedder(request.param)


def test_every_passage_gets_a_unit_vector(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(SENTENCES)

    assert vectors.shape == (len(SENTENCES), embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_question_gets_one_unit_vector(embedder: Embedder) -> None:
    vector = embedder.embed_query("Combien dure un BTS ?")

    assert vector.shape == (embedder.dimension,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_no_passage_gives_no_vector(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def test_questions_together_get_the_vectors_they_get_alone(embedder: Embedder) -> None:
    vectors = embedder.embed_queries(SENTENCES)

    assert vectors.shape == (len(SENTENCES), embedder.dimension)
    assert vectors.dtype == np.float32
    alone = np.stack([embedder.embed_query(sentence) for sentence in SENTENCES])
    np.testing.assert_allclose(vectors, alone, atol=1e-4)


def test_questions_together_may_be_any_strings(embedder: Embedder) -> None:
    vectors = embedder.embed_queries(ODD)

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_question_gives_no_vector(embedder: Embedder) -> None:
    vectors = embedder.embed_queries([])

    assert vectors.shape == (0, embedder.dimension)
    assert vectors.dtype == np.float32


def test_vectors_come_in_the_order_of_the_passages(embedder: Embedder) -> None:
    together = embedder.embed_passages(SENTENCES)

    alone = np.concatenate([embedder.embed_passages([sentence]) for sentence in SENTENCES])
    np.testing.assert_allclose(together, alone, atol=1e-4)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_string_gets_a_unit_vector(embedder: Embedder, text: str) -> None:
    query = embedder.embed_query(text)
    (passage,) = embedder.embed_passages([text])

    assert np.linalg.norm(query) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(passage) == pytest.approx(1, abs=1e-5)


def test_ten_thousand_characters_of_prose_get_a_unit_vector(embedder: Embedder) -> None:
    (vector,) = embedder.embed_passages([("Le métier demande de la patience. " * 400)[:10_000]])

    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_a_question_and_a_passage_of_the_same_words_differ_a_little(embedder: Embedder) -> None:
    text = "La formation dure deux ans."

    likeness = float(embedder.embed_query(text) @ embedder.embed_passages([text])[0])

    assert 0.8 < likeness < 0.99999


def test_the_same_text_always_gets_the_same_vector(embedder: Embedder) -> None:
    first, second = embedder.embed_query("un CAP"), embedder.embed_query("un CAP")

    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize(("question", "near", "far"), NEAR)
def test_a_paraphrase_is_nearer_than_another_subject(
    embedder: Embedder, question: str, near: str, far: str
) -> None:
    scores = embedder.embed_passages([near, far]) @ embedder.embed_query(question)

    assert scores[0] > scores[1]


def test_accents_written_in_two_characters_change_next_to_nothing(embedder: Embedder) -> None:
    one, two = embedder.embed_passages(["métier", "me\u0301tier"])

    assert one @ two > 0.99


@pytest.mark.parametrize("name", EMBEDDERS)
def test_a_fingerprint_is_stable_from_one_opening_to_the_next(
    make_embedder: Callable[[str], Embedder], name: str
) -> None:
    assert make_embedder(name).fingerprint == make_embedder(name).fingerprint
