import os
import sys

import psutil
import pytest

from eval.bench.process import _bare, _running


def test_the_bare_application_answers_and_holds_little():
    ready, held = _bare(os.environ)

    assert 0 < ready < 60
    assert 10 < held < 400


def test_a_server_that_does_not_start_says_why():
    command = [sys.executable, "-c", "raise SystemExit('port pris')"]

    with pytest.raises(RuntimeError, match="port pris"), _running(command, os.environ):
        pass


def test_a_server_is_ended_with_its_block():
    command = [sys.executable, "-c", "print('http://essai', flush=True); input()"]

    with _running(command, os.environ) as (process, address):
        assert address == "http://essai"
        assert process.is_running()

    assert not psutil.pid_exists(process.pid)
