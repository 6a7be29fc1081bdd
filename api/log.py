"""Structured log lines: what happened to a request, never its text nor who sent it."""

import json
import logging
from pathlib import Path
from traceback import extract_tb
from typing import Final

LOGGER: Final = logging.getLogger("spro.api")


def log_request(request_id: str, *, method: str, route: str, status: int, duration: float) -> None:
    """Log a request that ended; `route` is a template, `duration` in seconds."""
    fields = {"method": method, "route": route, "status": status, "ms": round(duration * 1000, 1)}
    LOGGER.info(json.dumps({"event": "request", "request_id": request_id} | fields))


def log_failure(request_id: str, error: BaseException) -> None:
    """Log where an error arose; its message is left out, it may quote the question."""
    frames = extract_tb(error.__traceback__)
    where = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-5:]]
    fields = {"error": type(error).__name__, "where": where}
    LOGGER.error(json.dumps({"event": "failure", "request_id": request_id} | fields))


def log_fault(error: Exception) -> None:
    """Log what is wrong with the service itself; the operator reads its message, clients don't."""
    fields = {"error": type(error).__name__, "detail": str(error)}
    LOGGER.error(json.dumps({"event": "fault"} | fields, ensure_ascii=False))
