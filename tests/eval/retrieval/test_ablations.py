from dataclasses import replace

import numpy as np
import pytest

from assistant.evidence import Signal
from assistant.question import Turn
from assistant.retrieval.diversity import Room
from corpus.model.document import Kind
from corpus.store.memory import MemoryVectors, MemoryWords
from corpus.store.ports import Beside
from eval.retrieval.ablations import NoWords, Without, ablations, with_asides
from tests.eval.retrieval.conftest import WRITTEN

PARTS = {
    "the questions written for statements": Signal.ASKED,
    "the meaning of texts": Signal.MEANING,
    "words": Signal.WORDS,
    "the standing of sources": Signal.STANDING,
}


@pytest.fixture
def plain_words(passages):
    words = MemoryWords()
    words.add(replace(passage, asked=(), answers=()) for passage in passages)
    return words


@pytest.fixture
def without(assistant, plain_words):
    return ablations(assistant, plain_words)


@pytest.fixture
def question(assistant):
    return assistant.understand(Turn(text="que fait un maçon, il monte les murs ?"))


def signals_of(evidence):
    return {signal for hit in evidence.hits for signal, value in hit.signals.items() if value}


@pytest.mark.parametrize(("name", "signal"), PARTS.items())
def test_a_part_left_out_speaks_for_no_passage_and_the_others_still_do(
    name, signal, assistant, without, question
):
    whole = signals_of(assistant.retrieve(question))

    assert signal in whole
    assert signals_of(without[name](question)) == whole - {signal}


def test_a_sheet_apart_is_not_kept_back_any_more(without, assistant):
    weights = without["keeping sheets for precise situations apart"].weights

    assert weights.signals[Signal.APART] == 0
    assert assistant.retrieve.weights.signals[Signal.APART] < 0


def test_without_the_questions_neither_meaning_nor_words_know_them(assistant, without):
    question = assistant.understand(Turn(text=WRITTEN))

    assert Signal.WORDS in signals_of(assistant.retrieve(question))
    found = without["the questions written for statements"](question)
    assert signals_of(found).isdisjoint({Signal.ASKED, Signal.WORDS})
    assert {hit.asked for hit in found.hits} == {""}


def test_without_limits_one_sheet_may_take_every_place(without):
    room = without["limits on one section and one sheet"].settings.room

    assert (room.limit, room.section, room.sheet) == (Room().limit, Room().limit, Room().limit)


def test_nothing_else_is_changed(assistant, without):
    for other in without.values():
        same = replace(
            other,
            vectors=assistant.retrieve.vectors,
            words=assistant.retrieve.words,
            weights=assistant.retrieve.weights,
            settings=assistant.retrieve.settings,
        )
        assert same == assistant.retrieve


def test_asides_are_searched_when_they_are_not_taken_out(assistant):
    turn = Turn(text="Bonjour. Que fait un maçon ?")

    assert assistant.understand(turn).search_text == "Que fait un maçon ?"
    assert with_asides(assistant).understand(turn).search_text == turn.text


def test_steps_of_other_makes_have_no_parts(assistant, plain_words):
    with pytest.raises(TypeError, match="no parts"):
        ablations(replace(assistant, retrieve=lambda _: None), plain_words)
    with pytest.raises(TypeError, match="no asides"):
        with_asides(replace(assistant, understand=lambda _: None))


def test_closed_shelves_are_not_searched_and_the_others_are():
    index = Without(MemoryVectors(2), {Beside.ASKED})
    index.add(Beside.ASKED, ["a"], np.array([[1, 0]], np.float32))
    index.add(Kind.SCHEME, ["b"], np.array([[1, 0]], np.float32))
    vector = np.array([1, 0], np.float32)

    assert index.search(vector, [Beside.ASKED], 5) == ()
    assert [hit.id for hit in index.search(vector, [Beside.ASKED, Kind.SCHEME], 5)] == ["b"]


def test_an_index_of_no_words_finds_nothing(passages):
    index = NoWords()
    index.add(passages)

    assert index.search("maçon", tuple(Kind), 5) == ()
