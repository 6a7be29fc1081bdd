"""Settings of the service, read once from the environment (`SPRO_…`) and handed down as values."""

from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError

from corpus.embedding.bundled.cache import default_cache
from corpus.model.errors import SproError

ROOT: Final = Path(__file__).resolve().parents[1]
"""Folder that holds the packages and `corpus/sources`."""


class WrongSettingError(SproError):
    """An environment variable `SPRO_…` holds a value that can't be used; the message names it."""


class Settings(BaseSettings):
    """Every setting with its default; `docs/settings.md` explains each."""

    model_config = SettingsConfigDict(env_prefix="SPRO_", frozen=True)

    env: Literal["demo", "production"] = "demo"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    sites: tuple[str, ...] = ("demo",)
    home: Path = ROOT / ".spro"
    data: Path = ROOT.parent / "shared" / "data"
    """Open data beside the repository; sources that need it are skipped where it is absent."""
    cache: Path | None = None
    """Where the embedder's file is kept; see `embedder_cache`."""
    threads: int | None = Field(default=None, ge=1)
    """Threads of the embedder; every core when unset."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Probability under which nothing is composed, for every kind of question; those of
    `assistant/retrieval/thresholds.toml` when unset."""

    @property
    def sources(self) -> Path:
        """Return the folder of sources, one folder a publisher."""
        return ROOT / "corpus" / "sources"

    @property
    def embedder_cache(self) -> Path:
        """Return `cache`, else a folder of `home` where it was set, else the user's own cache."""
        if self.cache is not None:
            return self.cache
        if "home" in self.model_fields_set:
            return self.home / "cache"
        return default_cache()


def read_settings() -> Settings:
    """Return the settings of the environment.

    Raises:
        WrongSettingError: naming each variable that can't be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        named = (f"SPRO_{str(e['loc'][0]).upper()} : {e['input']!r}" for e in error.errors())
        msg = f"Réglage refusé – {', '.join(named)}. Voir docs/settings.md."
        raise WrongSettingError(msg) from error
    except SettingsError as error:
        msg = f"Réglage illisible – {error}. Voir docs/settings.md."
        raise WrongSettingError(msg) from error
