"""Who may call a route for counsellors."""

import pytest
from fastapi import Request

from api.access import counsellors_only
from api.problems import ProblemError
from api.settings import ApiSettings

DEMO = ApiSettings()
PRODUCTION = ApiSettings(environment="production", sites=("caen",))


def called(settings, *client):
    """Ask for a route from an address; none when the server tells of none."""
    counsellors_only(settings)(Request({"type": "http", "client": client or None}))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1"])
def test_a_demonstration_is_open_to_its_own_machine(address):
    called(DEMO, address, 1)


@pytest.mark.parametrize("client", [("192.168.1.2", 1), ("2001:db8::1", 1), ("", 1), ()])
def test_a_demonstration_is_closed_to_others(client):
    with pytest.raises(ProblemError, match="counsellors_only"):
        called(DEMO, *client)


def test_production_is_closed_to_its_own_machine_too():
    with pytest.raises(ProblemError, match="counsellors_only"):
        called(PRODUCTION, "127.0.0.1", 1)
