"""Start the HTTP server and say where it listens."""

import errno
import logging
import socket
import sys
from contextlib import suppress

import uvicorn

from api.app import build_app
from api.service import Service
from api.settings import ApiSettings
from assistant.wording import wording


def serve(service: Service, settings: ApiSettings) -> int:
    """Serve until interrupted; return 0, or 1 with a French message if the address is taken."""
    words = wording()
    try:
        listener = _listen(settings)
    except OSError as error:
        sys.stderr.write(_refusal(error, settings) + "\n")
        return 1
    _log_plainly()
    with listener:
        _say(words("api.serve.listening", url=_url(listener)))
        if settings.demo:
            _say(words("api.serve.demo"))
        # uvicorn stops in order, then raises the interruption again.
        with suppress(KeyboardInterrupt):
            server(service, settings).run(sockets=[listener])
    return 0


def server(service: Service, settings: ApiSettings) -> uvicorn.Server:
    """Return the server of `service`; it logs no address of clients and names no software."""
    return uvicorn.Server(
        uvicorn.Config(
            build_app(service, settings),
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=5,
        )
    )


def _say(sentence: str) -> None:
    """Write a sentence at once, so that whoever starts the server sees it."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _listen(settings: ApiSettings) -> socket.socket:
    """Return a listening socket, so that nothing is announced before it is true."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family, backlog=128)


def _url(listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _refusal(error: OSError, settings: ApiSettings) -> str:
    """Return why the address can't be listened on, and what to do."""
    words = wording()
    if error.errno == errno.EADDRINUSE:
        return words("api.serve.port_taken", host=settings.host, port=settings.port)
    reason = error.strerror or str(error)
    return words("api.serve.no_address", host=settings.host, port=settings.port, reason=reason)


def _log_plainly() -> None:
    """Write our structured lines to the error output, one JSON object each."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("spro")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
