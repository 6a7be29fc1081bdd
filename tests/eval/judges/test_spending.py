from concurrent.futures import ThreadPoolExecutor

import pytest

from eval.judges.spending import Price, Spending
from eval.subjects.chat_model import Completion

REPLY = Completion(text="oui", read=1000, written=100)


def test_the_cost_is_that_of_the_tokens_read_and_written():
    spending = Spending(price=Price(read=2.0, written=10.0))

    spending.paid(REPLY)
    spending.paid(REPLY)

    assert (spending.calls, spending.read, spending.written) == (2, 2000, 200)
    assert spending.cost == pytest.approx(0.006)


def test_what_was_kept_or_lost_costs_nothing():
    spending = Spending(price=Price(read=2.0, written=10.0))

    spending.spared()
    spending.lost()

    assert (spending.calls, spending.cached, spending.failed, spending.cost) == (0, 1, 1, 0.0)


def test_without_a_price_the_cost_is_not_known():
    spending = Spending()

    spending.paid(REPLY)

    assert spending.cost is None


def test_a_model_that_is_free_costs_nothing():
    spending = Spending(price=Price())

    spending.paid(REPLY)

    assert spending.cost == 0.0


def test_several_threads_are_all_counted():
    spending = Spending()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(spending.paid, [REPLY] * 200))

    assert (spending.calls, spending.read) == (200, 200_000)
