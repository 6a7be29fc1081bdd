import threading
import time
from contextlib import closing

import pytest

from assistant.bootstrap import build_assistant
from assistant.question import Turn
from corpus.store.knowledge_base import open_version
from eval.bench.growth.build import build
from eval.bench.growth.load import CLIENTS, measure_load


def test_many_people_at_once_are_all_answered(own, plan, hashing, tmp_path):
    build(tmp_path / "size", 200, own, lambda _: None)
    with closing(open_version(tmp_path / "size", own.fingerprint, hashing.dimension)) as kb:
        assistant = build_assistant(kb, hashing, plan.settings)

        figures = measure_load(
            lambda question: assistant.reply(Turn(text=question)), plan.questions, CLIENTS, 0.5
        )

    assert figures.errors == 0
    assert figures.error == ""
    assert figures.answers >= CLIENTS
    assert figures.answers_per_second == pytest.approx(figures.answers / figures.seconds)
    assert 0 < figures.delay.p50_ms <= figures.delay.p95_ms <= figures.delay.p99_ms


def test_people_ask_at_the_same_time():
    together = threading.Barrier(CLIENTS, timeout=30)

    figures = measure_load(lambda _: together.wait(), ["un"], CLIENTS, 0)

    assert (figures.answers, figures.errors) == (CLIENTS, 0)


def test_nobody_asks_once_the_time_is_over():
    started = time.perf_counter()

    figures = measure_load(lambda _: time.sleep(0.01), ["un", "deux"], 2, 0.2)

    assert time.perf_counter() - started < 5
    assert figures.answers > 2
    assert 0.2 <= figures.seconds < 5


def test_what_fails_is_counted_and_the_first_is_told():
    def ask(question):
        raise LookupError(question)

    figures = measure_load(ask, ["un"], 2, 0)

    assert (figures.errors, figures.answers) == (2, 0)
    assert figures.error == "LookupError('un')"
    assert figures.delay is None


def test_each_person_begins_at_a_place_of_their_own():
    asked = []

    measure_load(asked.append, [str(place) for place in range(10)], 5, 0)

    assert sorted(asked) == ["0", "2", "4", "6", "8"]
