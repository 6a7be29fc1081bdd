"""`spro ask`, `spro search` and `spro serve`."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Final, Self

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from api.live import LiveService
from api.lookup import explained
from api.problems import problem_of
from api.schemas.request import ChatRequest, ProfileIn
from api.schemas.search import SearchRequest
from api.serve import serve as serve_http
from api.settings import ApiSettings
from api.telling import answer
from api.terminal import render
from api.terminal_search import render as render_found
from assistant.question import Turn
from assistant.service import Assistant
from assistant.settings import Settings, read_settings
from assistant.wording import wording
from corpus.embedding.bundled.embedder import open_bundled
from corpus.model.errors import SproError
from corpus.store.versions import Versions

_YES_NO: Final = {"oui": True, "yes": True, "true": True, "non": False, "no": False, "false": False}
_SHORT: Final = {"salarie": "salarie_prive"}
"""Situations people shorten on a command line."""
_LONGEST_AGE: Final = 3
"""Digits of an age; a longer one is left as text, which the request refuses by name."""


def ask(question: str, *, profile: str, language: str, as_json: bool) -> int:
    """Print one answer; return 2 for a question or a profile that can't be read."""
    try:
        asked = _request(question, profile, language)
    except ValidationError as error:
        sys.stderr.write(f"{_reasons(error)}\n")
        return 2

    def show(assistant: Assistant) -> str:
        reply = answer(assistant, asked.to_turn())
        return reply.model_dump_json(indent=2) if as_json else render(reply, wording(language))

    return _printed(show)


def search(question: str, *, kind: str | None, limit: int, as_json: bool) -> int:
    """Print passages and why; return 2 for a question or an option that can't be read."""
    try:
        asked = SearchRequest.model_validate({"q": question, "kind": kind, "limit": limit})
    except ValidationError as error:
        sys.stderr.write(f"{_reasons(error)}\n")
        return 2

    def show(assistant: Assistant) -> str:
        found = explained(assistant.look_up(Turn(text=asked.q)), asked, wording())
        return found.model_dump_json(indent=2) if as_json else render_found(found, limit, wording())

    return _printed(show)


def _printed(show: Callable[[Assistant], str]) -> int:
    """Print what `show` gets of the assistant, its base built first if need be."""
    settings = read_settings()
    try:
        if _nothing_built(settings) and (failed := _ingest("--local")):
            return failed
        service = LiveService(settings, open_bundled(settings.embedder_cache, settings.threads))
        shown = show(service.responder())
    except (SproError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(shown + "\n")
    return 0


def serve(*, port: int | None, refresh: bool) -> int:
    """Serve until interrupted; open data is added by another process meanwhile."""
    settings = read_settings()
    try:
        if _nothing_built(settings) and (failed := _ingest("--local")):
            return failed
        address = ApiSettings(
            host=settings.host,
            port=settings.port if port is None else port,
            environment=settings.env,
            sites=settings.sites,
        )
        embedder = open_bundled(settings.embedder_cache, settings.threads)
    except (SproError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    with Refresh.started(settings) if refresh else Refresh.none() as running:
        if not settings.data.is_dir():
            sys.stderr.write(f"{wording()('api.serve.no_open_data')}\n")
        service = LiveService(settings, embedder, running.under_way)
        # Opened while the server starts, so that the first person does not wait for it.
        Thread(target=service.health, daemon=True).start()
        return serve_http(service, address)


@dataclass(frozen=True, slots=True)
class Refresh:
    """An ingestion in another process, at low priority, ended with the service."""

    process: subprocess.Popen[bytes] | None

    @classmethod
    def started(cls, settings: Settings, program: Sequence[str] = ()) -> "Refresh":
        """Start an ingestion, or `program`; it writes to a log file under the service's home."""
        settings.home.mkdir(parents=True, exist_ok=True)
        with (settings.home / "ingest.log").open("wb") as log:
            command = ["nice", "-n", "10", *(program or _spro("ingest"))]
            return cls(subprocess.Popen(command, stdout=log, stderr=log))  # noqa: S603 # our own command

    @classmethod
    def none(cls) -> "Refresh":
        """Return a refresh that never runs."""
        return cls(None)

    def under_way(self) -> bool:
        """Return whether the ingestion still runs."""
        return self.process is not None and self.process.poll() is None

    def __enter__(self) -> Self:
        """Return the running refresh."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the ingestion; what it had not finished is discarded by the next one."""
        if self.process is not None and self.under_way():
            self.process.terminate()
            self.process.wait()


def _nothing_built(settings: Settings) -> bool:
    """Return whether no version was ever published."""
    return Versions(settings.home).current() is None


def _ingest(*options: str) -> int:
    """Build the knowledge base in another process, so that ingestion is never loaded here."""
    sys.stderr.write("Première construction de la base de connaissances…\n")
    command = _spro("ingest", *options)
    return subprocess.run(command, check=False, stdout=sys.stderr).returncode  # noqa: S603 # our own command


def _spro(*arguments: str) -> list[str]:
    """Return the command line that runs this very program again."""
    return [sys.executable, str(Path(__file__).parents[1] / "spro.py"), *arguments]


def _request(question: str, profile: str, language: str) -> ChatRequest:
    """Return the request a program would send.

    Raises:
        ValidationError: naming the field that can't be read.
    """
    return ChatRequest.model_validate(
        {
            "messages": [{"role": "user", "content": question}],
            "profile": _profile(profile),
            "language": language,
        }
    )


def _profile(text: str) -> dict[str, Any]:
    """Return `name=value` pairs as fields of a profile."""
    pairs = (pair.partition("=") for pair in text.split())
    return {name: _value(name, value) for name, _, value in pairs}


def _value(name: str, value: str) -> str | int | bool:
    """Return a field's value in the type the field has."""
    if name == "age" and value.isdecimal() and len(value) <= _LONGEST_AGE:
        return int(value)
    if name in {"employed", "job_seeking"}:
        return _YES_NO.get(value.lower(), value)
    return _SHORT.get(value, value) if name == "situation" else value


def _reasons(error: ValidationError) -> str:
    """Return what is wrong, a line per field, in the words the API has for it."""
    located = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
    problem = problem_of(RequestValidationError(located))
    lines = [f"{one.field} : {one.detail}" for one in problem.errors] or [problem.detail]
    if any(one["loc"][0] == "profile" for one in error.errors()):
        lines.append(f"Champs du profil : {', '.join(ProfileIn.model_fields)}.")
    return "\n".join(lines)
