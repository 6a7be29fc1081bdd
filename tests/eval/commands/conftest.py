"""The assistant opened once, on the day of the frozen suite."""

import pytest

from assistant.settings import Settings
from eval.commands.inputs import inputs
from eval.commands.measure import frozen_day
from tests.conftest import copy_own_home


@pytest.fixture(scope="package")
def settings(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    copy_own_home(home / "eval")
    return Settings(home=home, cache=Settings().embedder_cache)


@pytest.fixture(scope="package")
def given(settings):
    with inputs(settings, day=frozen_day()) as opened:
        yield opened
