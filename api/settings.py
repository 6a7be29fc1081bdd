"""How the service is exposed; wrong combinations cannot be built."""

from dataclasses import dataclass
from ipaddress import ip_address

from assistant.wording import wording
from corpus.model.errors import SproError

DEMO_SITE = "demo"
HIGHEST_PORT = 65_535


class SettingsError(SproError):
    """The service cannot be exposed this way; the message says what to change, in French."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """Address, environment, sites and limits of the HTTP service.

    Raises:
        SettingsError: demonstration off this machine, or production with demonstration settings.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    """0 takes any free port."""
    environment: str = "demo"
    """`demo` or `production`."""
    sites: tuple[str, ...] = (DEMO_SITE,)
    """Names a request may give as `site`."""
    max_body_bytes: int = 256_000
    max_message_characters: int = 4_000

    @property
    def demo(self) -> bool:
        """Return whether the service runs as a demonstration."""
        return self.environment == "demo"

    def __post_init__(self) -> None:
        """Refuse what must not be exposed."""
        words = wording()
        if self.environment not in {"demo", "production"}:
            raise SettingsError(words("api.settings.environment", value=self.environment))
        if not 0 <= self.port <= HIGHEST_PORT:
            raise SettingsError(words("api.settings.port", port=self.port))
        if self.demo and not is_loopback(self.host):
            raise SettingsError(words("api.settings.demo_host", host=self.host))
        if not self.demo and (not self.sites or DEMO_SITE in self.sites):
            raise SettingsError(words("api.settings.production_sites"))


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
