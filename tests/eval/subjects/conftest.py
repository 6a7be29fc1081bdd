"""A real HTTP server on this machine that answers what a test wants, and bodies to name."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from corpus.model.organisation import Organisation, OrganisationKind
from corpus.model.source import Confidence
from eval.subjects.chat_model import ChatModel


@dataclass(kw_only=True)
class Answer:
    """One response; `hangs` never comes, `drops` cuts the connection."""

    body: bytes = b""
    status: int = 200
    hangs: bool = False
    drops: bool = False


@dataclass(kw_only=True)
class FakeServer:
    """Gives its answers one by one, the last one for ever, and keeps what it was sent."""

    answers: list[Answer] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)
    url: str = ""

    def gives(self, *values: object, **how: object) -> None:
        """Answer with values, as JSON unless they are bytes."""
        self.answers += [
            Answer(body=v if isinstance(v, bytes) else json.dumps(v).encode(), **how)
            for v in values or (b"",)
        ]

    def says(self, text: str | None, **usage: int) -> None:
        """Answer as a chat does."""
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        self.gives(completion(choices=[choice], usage=usage or None))


def completion(**fields: object) -> dict[str, object]:
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", **fields}


def _handler(fake: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            fake.asked.append(json.loads(self.rfile.read(length)))
            fake.paths.append(self.path)
            answer = fake.answers[0]
            fake.answers = fake.answers[1:] or [answer]
            if answer.hangs:
                fake.stopped.wait(10)
            if answer.hangs or answer.drops:
                return
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    return Handler


@pytest.fixture
def fake() -> Iterator[FakeServer]:
    held = FakeServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(held))
    held.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield held
    held.stopped.set()
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.fixture
def make_model(fake: FakeServer) -> Iterator[Callable[..., ChatModel]]:
    made: list[ChatModel] = []

    def make(**settings: object) -> ChatModel:
        values = {"base_url": f"{fake.url}/v1", "model": "essai", **settings}
        made.append(ChatModel(**values))
        return made[-1]

    yield make
    for model in made:
        model.close()


@pytest.fixture
def make_body() -> Callable[..., Organisation]:
    def make(key: str, name: str, short: str = "", *names: str) -> Organisation:
        return Organisation(
            id=key,
            name=name,
            short=short or name,
            kind=OrganisationKind.CEP,
            status="",
            who="",
            legal_basis=(),
            confidence=Confidence.PRIMARY,
            verified="2026-11-22",
            names=names,
        )

    return make
