from collections import Counter
from dataclasses import replace
from itertools import chain

import numpy as np
import pytest

from corpus.model.document import Kind
from eval.bench.growth.generated import _WORD, BLOCK, SHEET, Generated, Words, counts_of


def vectors_of(generated, count):
    """One vector by id."""
    return {
        id_: row
        for _, ids, rows in generated.vectors(count)
        for id_, row in zip(ids, rows, strict=True)
    }


def test_the_same_seed_draws_the_same_passages_and_vectors(own):
    first, second = Generated.of(own), Generated.of(own)

    assert list(first.passages(200)) == list(second.passages(200))
    for one, other in zip(first.vectors(200), second.vectors(200), strict=True):
        assert one[:2] == other[:2]
        assert np.array_equal(one[2], other[2])


def test_another_seed_draws_other_texts_and_vectors(own, generated):
    other = Generated.of(own, seed=1)

    pairs = list(zip(generated.passages(100), other.passages(100), strict=True))
    assert all(one.text != another.text for one, another in pairs)
    assert not np.array_equal(next(generated.vectors(32))[2], next(other.vectors(32))[2])


@pytest.mark.parametrize("count", [0, 1, SHEET * 5 + 3, BLOCK + 1])
def test_as_many_as_asked_are_drawn_each_with_its_vector(generated, count):
    passages = list(generated.passages(count))
    shelved = [(id_, kind) for kind, ids, _ in generated.vectors(count) for id_ in ids]

    assert len({passage.id for passage in passages}) == count
    assert sorted(shelved) == sorted((passage.id, passage.kind) for passage in passages)
    assert counts_of(count) == {str(k): Counter(p.kind for p in passages)[k] for k in Kind}


def test_a_size_holds_all_that_a_smaller_one_does(generated):
    small, large = vectors_of(generated, 200), vectors_of(generated, BLOCK + 200)

    assert list(generated.passages(BLOCK + 200))[:200] == list(generated.passages(200))
    assert all(np.array_equal(row, large[id_]) for id_, row in small.items())


def test_a_passage_is_made_of_the_words_of_ours_and_as_long_as_one_of_them(own, generated):
    ours = [_WORD.findall(passage.text) for passage in own.content.passages]
    words, lengths = set(chain(*ours)), {len(found) for found in ours}

    for passage in generated.passages(100):
        drawn = _WORD.findall(passage.text)
        assert set(drawn) <= words
        assert len(drawn) in lengths


def test_words_are_drawn_as_often_as_they_stand_in_ours(own, generated):
    ours = Words.of(passage.text for passage in own.content.passages)
    drawn = Words.of(passage.text for passage in generated.passages(BLOCK))

    expected = dict(zip(ours.words, ours.shares, strict=True))
    found = dict(zip(drawn.words, drawn.shares, strict=True))
    frequent = sorted(expected, key=lambda word: -expected[word])[:5]
    assert [found[word] for word in frequent] == pytest.approx(
        [expected[word] for word in frequent], rel=0.1
    )


def test_sentences_stand_where_they_are_said_to(generated):
    for passage in generated.passages(100):
        assert " ".join(span.of(passage.text) for span in passage.sentences) == passage.text


def test_the_passages_of_a_sheet_share_title_kind_and_subject(generated):
    sheets = {}
    for passage in generated.passages(SHEET * 4):
        sheets.setdefault(passage.document_id, set()).add(
            (passage.title, passage.kind, passage.subject)
        )

    assert len(sheets) == 4
    assert {len(told) for told in sheets.values()} == {1}
    assert len({kind for _, kind, _ in chain(*sheets.values())}) == 4


def test_vectors_are_of_unit_length_and_as_near_to_ours_as_a_neighbour_is(own, generated):
    drawn = np.stack(list(vectors_of(generated, 400).values()))
    among_ours = own.passages @ own.passages.T
    np.fill_diagonal(among_ours, -1)

    assert np.linalg.norm(drawn, axis=1) == pytest.approx(np.ones(400), abs=1e-5)
    nearest = np.median((drawn @ own.passages.T).max(axis=1))
    assert nearest == pytest.approx(np.median(among_ours.max(axis=1)), abs=0.1)


def test_vectors_drawn_around_one_point_are_that_point(own):
    row = own.vectors[:1]
    few = replace(own.content, passages=own.content.passages[:3], occupations=())
    same = replace(own, content=few, vectors=np.repeat(row, 3, axis=0))

    drawn = Generated.of(same)

    assert drawn.distance == pytest.approx(0, abs=1e-3)
