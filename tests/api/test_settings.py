"""Combinations of settings that must not be exposed cannot be built."""

import pytest

from api.settings import ApiSettings, SettingsError


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_a_demonstration_listens_on_this_machine(host: str) -> None:
    assert ApiSettings(host=host).demo


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "exemple.test", ""])  # noqa: S104 # refused below
def test_a_demonstration_never_listens_elsewhere(host: str) -> None:
    with pytest.raises(SettingsError, match=r"127\.0\.0\.1"):
        ApiSettings(host=host)


@pytest.mark.parametrize("sites", [("demo",), (), ("caen", "demo")])
def test_production_refuses_the_demonstration_site_or_none(sites: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match="site"):
        ApiSettings(environment="production", sites=sites)


def test_production_with_its_own_sites_listens_anywhere() -> None:
    settings = ApiSettings(environment="production", host="192.168.1.2", sites=("caen",))

    assert not settings.demo


def test_an_unknown_environment_is_named() -> None:
    with pytest.raises(SettingsError, match="staging"):
        ApiSettings(environment="staging")


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_that_does_not_exist_is_named(port: int) -> None:
    with pytest.raises(SettingsError, match=str(port)):
        ApiSettings(port=port)
