"""The server starts where it says, and says plainly when it cannot."""

import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from api.serve import serve
from api.settings import ApiSettings

REPOSITORY = Path(__file__).parents[2]
PROGRAM = """
from api.serve import serve
from api.service import Readiness
from api.settings import ApiSettings

class Nobody:
    def health(self):
        return Readiness(ready=False, reasons=("rien",))

raise SystemExit(serve(Nobody(), ApiSettings(port=0)))
"""


def test_a_taken_port_is_told_and_the_exit_code_is_1(
    service: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        code = serve(service, ApiSettings(port=port))

    assert code == 1
    assert f"Le port {port} est déjà pris" in capsys.readouterr().err


def test_an_address_that_is_not_ours_is_told(
    service: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = ApiSettings(environment="production", host="192.0.2.1", sites=("caen",))

    assert serve(service, settings) == 1
    assert "Impossible d'écouter sur 192.0.2.1" in capsys.readouterr().err


def test_the_server_announces_its_address_serves_it_and_stops_when_told() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    )
    watch = threading.Timer(20, started.kill)
    watch.start()
    assert started.stdout is not None
    line = started.stdout.readline()
    address = line.removeprefix("L'assistant écoute sur ").split(" ")[0]

    with urllib.request.urlopen(f"{address}/healthz") as response:  # noqa: S310 # our own address
        headers = dict(response.headers)

    started.send_signal(signal.SIGINT)
    said = started.stdout.read()
    code = started.wait()
    watch.cancel()
    started.stdout.close()
    assert "Server" not in {name.title() for name in headers}
    assert "Mode démonstration" in said
    assert code == 0


def test_importing_the_application_loads_nothing_of_ingestion_nor_a_model() -> None:
    code = "import sys, api.app; print(' '.join(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    loaded = {name.partition(".")[0] for name in found.stdout.split()}
    assert not loaded & {"ingest", "eval", "pypdf", "ragas", "torch", "chromadb", "onnxruntime"}
