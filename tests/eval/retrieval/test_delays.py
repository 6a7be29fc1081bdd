from dataclasses import replace

import pytest

from eval.bench.growth.load import CLIENTS
from eval.retrieval.delays import delays


def test_every_question_is_timed_every_round_whole_and_embedded_alone(assistant, embedder, items):
    found = delays(assistant, embedder, items["retrieval"], rounds=2, seconds=0.1)

    assert (found.questions, found.rounds) == (3, 2)
    assert found.search.count == found.embedding.count == 6
    assert found.search.p50_ms > found.embedding.p50_ms > 0
    assert found.ratio == pytest.approx(found.search.p50_ms / found.embedding.p50_ms)


def test_many_people_at_once_are_served(assistant, embedder, items):
    crowd = delays(assistant, embedder, items["retrieval"], rounds=1, seconds=0.1).crowd

    assert (crowd.clients, crowd.errors) == (CLIENTS, 0)
    assert crowd.answers >= CLIENTS


def test_what_fails_under_load_is_counted(assistant, embedder, items):
    served = iter(range(5 + 3))

    def failing(question):
        if next(served, None) is None:
            raise LookupError
        return assistant.retrieve(question)

    three = items["retrieval"]
    found = delays(replace(assistant, retrieve=failing), embedder, three, rounds=1, seconds=0.0)

    assert found.crowd.errors >= CLIENTS - 2
