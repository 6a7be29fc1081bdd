"""Settings are read once from the environment, and wrong ones are refused."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import ROOT, Settings, WrongSettingError, read_settings


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for name in [name for name in os.environ if name.startswith("SPRO_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)


def test_without_environment_the_service_is_a_demonstration_on_this_machine_only():
    settings = Settings()

    assert (settings.env, settings.host, settings.port) == ("demo", "127.0.0.1", 8000)
    assert settings.sites == ("demo",)
    assert settings.threads is None
    assert settings.confidence is None


def test_without_environment_everything_lies_in_and_beside_the_repository():
    settings = Settings()

    assert settings.home == ROOT / ".spro"
    assert settings.data == ROOT.parent / "shared" / "data"
    assert settings.sources == ROOT / "corpus" / "sources"
    assert list(settings.sources.glob("*/manifest.toml"))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("env", "production", "production"),
        ("host", "0.0.0.0", "0.0.0.0"),  # noqa: S104 - only read back
        ("port", "8123", 8123),
        ("port", "0", 0),
        ("sites", '["caen", "rouen"]', ("caen", "rouen")),
        ("home", "/srv/spro", Path("/srv/spro")),
        ("data", "/srv/data", Path("/srv/data")),
        ("cache", "/srv/cache", Path("/srv/cache")),
        ("threads", "3", 3),
        ("confidence", "0", 0.0),
        ("confidence", "0.9", 0.9),
    ],
)
def test_a_variable_of_the_environment_sets_its_field(monkeypatch, name, text, value):
    monkeypatch.setenv(f"SPRO_{name.upper()}", text)

    assert getattr(Settings(), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("env", "staging"),
        ("port", "http"),
        ("port", "-1"),
        ("port", "65536"),
        ("threads", "0"),
        ("confidence", "1.5"),
        ("confidence", "-0.1"),
        ("confidence", "haute"),
    ],
)
def test_a_wrong_value_is_refused_and_its_field_named(monkeypatch, name, text):
    monkeypatch.setenv(f"SPRO_{name.upper()}", text)

    with pytest.raises(ValidationError) as refused:
        Settings()

    assert [error["loc"] for error in refused.value.errors()] == [(name,)]


def test_what_is_read_is_what_the_environment_says(monkeypatch):
    monkeypatch.setenv("SPRO_CONFIDENCE", "0.8")

    assert read_settings() == Settings(confidence=0.8)


def test_every_variable_refused_is_told_at_once_with_its_value(monkeypatch):
    monkeypatch.setenv("SPRO_CONFIDENCE", "1.5")
    monkeypatch.setenv("SPRO_PORT", "http")

    with pytest.raises(WrongSettingError) as refused:
        read_settings()

    assert "SPRO_CONFIDENCE : '1.5'" in str(refused.value)
    assert "SPRO_PORT : 'http'" in str(refused.value)


def test_a_list_that_is_not_one_is_told_as_unreadable(monkeypatch):
    monkeypatch.setenv("SPRO_SITES", "caen, rouen")

    with pytest.raises(WrongSettingError, match="sites"):
        read_settings()


def test_settings_do_not_change_once_read():
    settings = Settings()

    with pytest.raises(ValidationError, match="frozen"):
        settings.port = 1


def test_the_cache_named_is_the_cache_used(monkeypatch, tmp_path):
    monkeypatch.setenv("SPRO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SPRO_HOME", str(tmp_path / "home"))

    assert Settings().embedder_cache == tmp_path / "cache"


def test_a_home_of_ones_own_holds_its_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("SPRO_HOME", str(tmp_path))

    assert Settings().embedder_cache == tmp_path / "cache"
    assert Settings(home=tmp_path / "b").embedder_cache == tmp_path / "b" / "cache"


@pytest.mark.parametrize(
    ("xdg", "folder"), [("xdg", "xdg/spro"), ("", "user/.cache/spro"), (None, "user/.cache/spro")]
)
def test_otherwise_the_cache_is_where_this_user_keeps_them(monkeypatch, tmp_path, xdg, folder):
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    if xdg is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / xdg) if xdg else "")

    assert Settings().embedder_cache == tmp_path / folder
