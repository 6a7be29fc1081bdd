"""Many people at once: whole answers a second, for as long as is allowed."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

from eval.bench.growth.search import Spread, spread

CLIENTS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFigures:
    """What `clients` threads of one process obtained, each asking again once answered."""

    clients: int
    seconds: float
    answers: int
    answers_per_second: float
    delay: Spread | None
    """Of an answer, waiting included; None when there was none."""
    errors: int
    error: str
    """The first one, in the words of its exception; empty when there was none."""


@dataclass(slots=True)
class _Client:
    """One person: the answers obtained, in seconds each, and what failed."""

    taken: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ask(self, ask: Callable[[str], object], question: str) -> None:
        started = time.perf_counter()
        try:
            ask(question)
        except Exception as error:  # noqa: BLE001 # whatever fails is what is counted
            self.errors.append(repr(error))
        else:
            self.taken.append(time.perf_counter() - started)


def measure_load(
    ask: Callable[[str], object], questions: Sequence[str], clients: int, limit: float
) -> LoadFigures:
    """Return the figures of `clients` who ask for `limit` seconds, each at least once.

    Each goes through the questions from a place of its own.
    """
    started = time.perf_counter()

    def live(number: int) -> _Client:
        client = _Client()
        place = number * len(questions) // clients
        while not (client.taken or client.errors) or time.perf_counter() - started < limit:
            client.ask(ask, questions[place % len(questions)])
            place += 1
        return client

    with ThreadPoolExecutor(clients) as threads:
        lived = list(threads.map(live, range(clients)))
    elapsed = time.perf_counter() - started
    taken = [second for client in lived for second in client.taken]
    errors = [error for client in lived for error in client.errors]
    return LoadFigures(
        clients=clients,
        seconds=elapsed,
        answers=len(taken),
        answers_per_second=len(taken) / elapsed,
        delay=spread(taken) if taken else None,
        errors=len(errors),
        error=next(iter(errors), ""),
    )
