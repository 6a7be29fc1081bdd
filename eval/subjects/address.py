"""A service at an address, seen through its public contract only."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

import httpx

from assistant.question import Turn
from eval.subjects.base import SubjectError
from eval.subjects.contract import ContractReply, observed_of, reply_of, request_of
from eval.subjects.words import file_name
from eval.trace.trace import Seen

_TRIES: Final = 2
_WRONG: Final = 400
_FIRST: Final = Turn(text="Bonjour")
"""What is asked when the versions are wanted before anything was asked."""


@dataclass(frozen=True, slots=True)
class Address:
    """Ask the service at `url`, as in `http://127.0.0.1:8000`; one connection pool for all."""

    url: str
    timeout: float = 30.0
    _client: httpx.Client = field(
        default_factory=httpx.Client, init=False, repr=False, compare=False
    )
    _versions: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """Return the host and port as a file may bear them."""
        parts = urlsplit(self.url)
        return file_name(f"{parts.hostname or ''}-{parts.port or ''}")

    @property
    def versions(self) -> Mapping[str, str]:
        """Return the versions the first reply told; asks for one when there is none yet."""
        if not self._versions:
            self.ask(_FIRST)
        return dict(self._versions)

    def ask(self, turn: Turn) -> Seen:
        """Return the reply: nothing else can be seen from outside."""
        reply = self._reply(turn)
        with self._lock:
            if not self._versions:
                self._versions.update(reply.versions)
        return Seen(observed=observed_of(reply))

    def close(self) -> None:
        """Release the connections; nothing can be asked afterwards."""
        self._client.close()

    def _reply(self, turn: Turn) -> ContractReply:
        """Return what the service answers."""
        profile = {k: v for k, v in asdict(turn.profile).items() if v is not None}
        response = self._post(request_of(turn, profile))
        if response.status_code >= _WRONG:
            msg = f"HTTP {response.status_code}: {_detail(response)}"
            raise SubjectError(msg)
        return reply_of(response.content)

    def _post(self, body: Mapping[str, object]) -> httpx.Response:
        """Return the response, after another try when the connection fails; it changes nothing."""
        address = f"{self.url.rstrip('/')}/v1/chat"
        fault: httpx.HTTPError | None = None
        for _ in range(_TRIES):
            try:
                return self._client.post(address, json=body, timeout=self.timeout)
            except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
                fault = error
            except httpx.HTTPError as error:
                fault = error
                break
        msg = f"{address} : {type(fault).__name__} : {fault}"
        raise SubjectError(msg) from fault


def _detail(response: httpx.Response) -> str:
    """Return why the service refused, in its own words when it gives some."""
    try:
        return str(response.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return response.reason_phrase
