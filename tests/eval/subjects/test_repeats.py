"""Which repeat of a run is being asked."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from eval.subjects.repeats import repeating, this_repeat


def test_outside_of_a_run_it_is_the_first():
    assert this_repeat() == 0


def test_what_was_before_comes_back_even_after_an_error():
    def fail():
        with repeating(2):
            raise LookupError(this_repeat())

    with repeating(1):
        with pytest.raises(LookupError, match="2"):
            fail()
        assert this_repeat() == 1

    assert this_repeat() == 0


def test_each_thread_has_its_own():
    together = Barrier(2, timeout=10)

    def seen(number):
        with repeating(number):
            together.wait()
            return this_repeat()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(seen, (1, 2))) == [1, 2]
