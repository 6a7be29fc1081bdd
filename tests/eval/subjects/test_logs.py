"""What is heard of logs while turns are answered."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier

import pytest

from eval.subjects.logs import Listening

OURS = logging.getLogger("spro")


@pytest.fixture(autouse=True)
def level():
    """Give our logger the level it has when nobody set it."""
    before, OURS.level = OURS.level, logging.WARNING
    yield
    OURS.setLevel(before)


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING, logging.CRITICAL])
@pytest.mark.parametrize("name", ["spro", "spro.api"])
def test_a_line_of_ours_is_heard_at_any_level(name, level):
    with Listening() as lines:
        logging.getLogger(name).log(level, "ici %s", 1)

    assert lines == ["ici 1"]


def test_a_line_of_a_library_is_heard_where_production_writes_it():
    with Listening() as lines:
        logging.getLogger("autre").info("tu")
        logging.getLogger("autre").warning("dit")

    assert lines == ["dit"]


def test_a_logger_that_hands_nothing_on_is_heard(monkeypatch):
    monkeypatch.setattr(OURS, "propagate", False)

    with Listening() as lines:
        OURS.info("ici")

    assert lines == ["ici"]


def test_a_line_of_a_thread_of_its_own_is_heard():
    with Listening() as lines, ThreadPoolExecutor(1) as pool:
        pool.submit(OURS.info, "ailleurs").result()
        OURS.info("ici")

    assert lines == ["ailleurs", "ici"]


def test_a_thread_that_keeps_the_context_is_heard_for_its_turn_alone():
    with Listening() as outer:
        context = copy_context()
        with Listening() as inner, ThreadPoolExecutor(1) as pool:
            pool.submit(context.run, OURS.info, "dehors").result()

    assert (outer, inner) == (["dehors"], [])


def test_turns_answered_at_once_do_not_hear_each_other():
    both = Barrier(2, timeout=10)

    def turn(text):
        with Listening() as lines:
            both.wait()
            OURS.info(text)
            both.wait()
        return lines

    with ThreadPoolExecutor(2) as pool:
        heard = list(pool.map(turn, ["un", "deux"]))

    assert heard == [["un"], ["deux"]]


def test_a_turn_goes_on_hearing_when_another_ends():
    with Listening() as lines:
        with Listening():
            pass
        OURS.info("ici")

    assert lines == ["ici"]


def test_loggers_are_left_as_they_were():
    handlers = [*OURS.handlers], [*logging.getLogger().handlers]

    with Listening() as lines, Listening():
        assert OURS.level == logging.DEBUG
    OURS.error("après")

    assert OURS.level == logging.WARNING
    assert ([*OURS.handlers], [*logging.getLogger().handlers]) == handlers
    assert lines == []
