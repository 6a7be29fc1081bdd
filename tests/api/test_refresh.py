"""The ingestion that runs beside the service, and ends with it."""

import os
import signal
import sys
import time

import pytest

from api.commands import Refresh
from assistant.settings import Settings

WAITING = (sys.executable, "-c", "import time; print('commence', flush=True); time.sleep(60)")


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path / "new" / "home")


def within(seconds, happens):
    """Whether something happens before long."""
    limit = time.monotonic() + seconds
    while not happens() and time.monotonic() < limit:
        time.sleep(0.02)
    return happens()


def test_a_refresh_is_under_way_until_its_process_ends(settings):
    with Refresh.started(settings, (sys.executable, "-c", "print('fini')")) as refresh:
        assert within(10, lambda: not refresh.under_way())

    assert (settings.home / "ingest.log").read_text(encoding="utf-8") == "fini\n"


def test_a_refresh_ends_with_the_service(settings):
    log = settings.home / "ingest.log"

    with Refresh.started(settings, WAITING) as refresh:
        assert within(10, lambda: log.read_text(encoding="utf-8") == "commence\n")
        assert refresh.under_way()

    assert not refresh.under_way()
    assert refresh.process.returncode == -signal.SIGTERM


def test_a_refresh_ends_with_a_service_that_fails(settings):
    message = "panne"

    with pytest.raises(RuntimeError, match=message), Refresh.started(settings, WAITING) as refresh:
        raise RuntimeError(message)

    assert not refresh.under_way()


def test_a_refresh_leaves_the_processor_to_the_service(settings):
    program = (sys.executable, "-c", "import os; print(os.nice(0))")

    with Refresh.started(settings, program) as refresh:
        assert within(10, lambda: not refresh.under_way())

    found = int((settings.home / "ingest.log").read_text(encoding="utf-8"))
    assert found == min(19, os.nice(0) + 10)


def test_a_new_refresh_starts_its_log_afresh(settings):
    for _ in range(2):
        with Refresh.started(settings, (sys.executable, "-c", "print('fini')")) as refresh:
            assert within(10, lambda: not refresh.under_way())

    assert (settings.home / "ingest.log").read_text(encoding="utf-8") == "fini\n"


def test_no_refresh_is_never_under_way():
    with Refresh.none() as refresh:
        assert not refresh.under_way()
