import numpy as np
import pytest

from corpus.embedding.bundled.layout import BLOCK, Integers, Weights, read_weights
from corpus.embedding.bundled.package import find_weights


@pytest.fixture(scope="module")
def weights() -> Weights:
    return read_weights(find_weights())


def test_the_sizes_are_those_of_the_model(weights: Weights) -> None:
    shape = weights.shape

    assert (shape.hidden, shape.layers, shape.heads, shape.inner) == (384, 12, 12, 1536)
    assert shape.epsilon == pytest.approx(1e-12)


def test_the_vocabulary_is_whole(weights: Weights) -> None:
    vocabulary = weights.vocabulary

    assert len(vocabulary.pieces) == len(vocabulary.scores) == 250_002
    assert vocabulary.pieces[vocabulary.unknown] == "<unk>"
    assert vocabulary.characters[ord("\t")] == " "


def test_a_matrix_has_a_scale_for_each_block(weights: Weights) -> None:
    matrix = weights.integers("l0.fo.w", weights.shape.inner)

    assert matrix.values.shape == (384, 1536)
    assert matrix.scales.shape == (384, 1536 // BLOCK)
    assert (matrix.values.min(), matrix.values.max()) == (-8, 7)


def test_a_block_is_its_integers_times_its_scale() -> None:
    values = np.arange(-8, 8, dtype=np.int8).repeat(2).reshape(1, BLOCK)
    matrix = Integers(values=values, scales=np.array([[0.5]], np.float32))

    assert matrix.floats()[0, :4].tolist() == [-4.0, -4.0, -3.5, -3.5]
