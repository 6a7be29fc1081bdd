"""The one middleware: request id, size limit, security headers, log line, last resort."""

from dataclasses import dataclass
from time import perf_counter
from typing import Final
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.log import log_failure, log_request
from api.problems import BodyTooLargeError
from api.render import Render
from api.respond import respond

LONGEST_NUMBER: Final = 18
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
PAGE_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Edge:
    """Wraps the application: every response gets its headers, every request its log line."""

    app: ASGIApp
    max_body_bytes: int
    render: Render

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = Exchange(scope, receive, send, self.max_body_bytes)
        started = perf_counter()
        try:
            await self.app(scope, exchange.receive, exchange.send)
        except Exception as error:  # noqa: BLE001 # last resort: the client gets a problem, not a stack
            log_failure(exchange.request_id, error)
            if not exchange.status:
                response = respond(Request(scope), error, self.render)
                await response(scope, receive, exchange.send)
        finally:
            exchange.log(perf_counter() - started)


class Exchange:
    """One request and its response, watched."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, max_body_bytes: int) -> None:
        self.request_id = uuid4().hex
        self.status = 0
        self._scope, self._receive, self._send = scope, receive, send
        self._limit = self._room = max_body_bytes
        self._announced = _length(scope)
        scope.setdefault("state", {})["request_id"] = self.request_id

    async def receive(self) -> Message:
        """Return the next message, or refuse a body over the limit, announced or real."""
        if self._announced > self._room:
            raise BodyTooLargeError(self._limit)
        message = await self._receive()
        self._room -= len(message.get("body", b""))
        self._announced = 0
        if self._room < 0:
            raise BodyTooLargeError(self._limit)
        return message

    async def send(self, message: Message) -> None:
        """Send a message, headers added to the first."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers["X-Request-Id"] = self.request_id
            html = headers.get("content-type", "").startswith("text/html")
            headers["Content-Security-Policy"] = PAGE_POLICY if html else DATA_POLICY
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)

    def log(self, duration: float) -> None:
        """Log the request, without its address if no route has it."""
        method = self._scope["method"]
        log_request(
            self.request_id,
            method=method if method in METHODS else "OTHER",
            route=getattr(self._scope.get("route"), "path", "-"),
            status=self.status,
            duration=duration,
        )


def _length(scope: Scope) -> int:
    """Return the announced size of the body in bytes, 0 when none is."""
    announced = Headers(scope=scope).get("content-length", "")
    return int(announced[:LONGEST_NUMBER]) if announced.isdecimal() else 0
