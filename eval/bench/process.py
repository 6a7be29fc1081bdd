"""Memory and start of the service as a process of its own, asked over HTTP."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import Final, TextIO
from urllib.request import Request, urlopen

import psutil

from assistant.settings import ROOT

_MEGABYTE: Final = 1e6
_ADDRESS: Final = re.compile(r"http://\S+")
_PATIENCE_SECONDS: Final = 120
_SERVICE: Final = (sys.executable, str(ROOT / "spro.py"), "serve", "--port", "0", "--no-refresh")
_BARE: Final = """
from api.serve import serve
from api.service import Readiness
from api.settings import ApiSettings

class Nothing:
    def health(self):
        return Readiness(ready=False, reasons=("nothing behind",))

raise SystemExit(serve(Nothing(), ApiSettings(port=0)))
"""
"""The same HTTP application, with no knowledge base nor embedder behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFigures:
    """The service, beside the HTTP application with nothing behind it."""

    starts: int
    questions: int
    """Questions each start answered."""
    first_answer_seconds: float
    """From the start of the process to the end of its first answer; median of the starts."""
    bare_seconds: float
    """From the start of the process to its first response."""
    resident_megabytes: float
    """Most that any start came to hold, read after each answer."""
    bare_resident_megabytes: float


def measure_process(
    home: Path, cache: Path, questions: Sequence[str], starts: int
) -> ProcessFigures:
    """Return the figures of a service over `home`, started `starts` times and asked `questions`."""
    environment = {
        **os.environ,
        "SPRO_ENV": "demo",
        "SPRO_HOST": "127.0.0.1",
        "SPRO_HOME": str(home),
        "SPRO_CACHE": str(cache),
    }
    bare: list[tuple[float, float]] = []
    service: list[tuple[float, float]] = []
    for _ in range(starts):
        bare.append(_bare(environment))
        service.append(_service(environment, questions))
    return ProcessFigures(
        starts=starts,
        questions=len(questions),
        first_answer_seconds=median(ready for ready, _ in service),
        bare_seconds=median(ready for ready, _ in bare),
        resident_megabytes=max(held for _, held in service),
        bare_resident_megabytes=max(held for _, held in bare),
    )


def _bare(environment: Mapping[str, str]) -> tuple[float, float]:
    """Return the seconds to the first response, and the megabytes held then."""
    started = time.perf_counter()
    with _running([sys.executable, "-c", _BARE], environment) as (process, address):
        _read(Request(f"{address}/healthz"))  # noqa: S310 - our own address
        return time.perf_counter() - started, _resident(process)


def _service(environment: Mapping[str, str], questions: Sequence[str]) -> tuple[float, float]:
    """Return the seconds to the first answer, and the most megabytes held after one."""
    started = time.perf_counter()
    with _running(_SERVICE, environment) as (process, address):
        _ask(address, questions[0])
        ready = time.perf_counter() - started
        held = [_resident(process)]
        for question in questions[1:]:
            _ask(address, question)
            held.append(_resident(process))
    return ready, max(held)


@contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[tuple[psutil.Process, str]]:
    """Run a server until the block ends; give its process and the address it says it serves."""
    with (
        TemporaryFile("w+") as said,
        subprocess.Popen(  # noqa: S603 # our own command
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=said, text=True
        ) as server,
    ):
        try:
            yield psutil.Process(server.pid), _address(server, said)
        finally:
            server.terminate()


def _address(server: subprocess.Popen[str], errors: TextIO) -> str:
    """Return the address the server announces; RuntimeError, with its words, when there is none."""
    for line in server.stdout or ():
        if found := _ADDRESS.search(line):
            return found.group()
    errors.seek(0)
    message = f"the server announced no address and said: {errors.read().strip()}"
    raise RuntimeError(message)


def _ask(address: str, question: str) -> None:
    body = {"messages": [{"role": "user", "content": question}]}
    _read(
        Request(  # noqa: S310 - our own address
            f"{address}/v1/chat",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
    )


def _read(request: Request) -> bytes:
    with urlopen(request, timeout=_PATIENCE_SECONDS) as response:  # noqa: S310 - as above
        content: bytes = response.read()
    return content


def _resident(process: psutil.Process) -> float:
    return process.memory_info().rss / _MEGABYTE
