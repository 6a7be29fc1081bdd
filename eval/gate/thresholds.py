"""Floors of the measures, each with its reason, as `eval/thresholds.toml` gives them."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.model.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What is demanded of one measure."""

    floor: float
    """Mean under which the gate is red."""
    target: float
    """What the product aims at; told beside the floor, demanded by nobody yet."""
    reason: str
    """Why the floor stands where it does."""
    fall: float = 0.0
    """Fall against the base that is let pass even when it is beyond chance."""

    def __post_init__(self) -> None:
        """Refuse a floor above the target, or without a reason."""
        if not 0 <= self.floor <= self.target <= 1 or not self.reason.strip():
            msg = "a floor lies between 0 and its target, and has a reason"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """All that is demanded."""

    day: date
    """The day the frozen suite is answered on: figures that run out later change nothing."""
    measure: Mapping[str, Threshold]

    def of(self, tasks: Collection[str]) -> "Thresholds":
        """Return what is demanded of some tasks only."""
        kept = {n: t for n, t in self.measure.items() if n.partition(".")[0] in tasks}
        return replace(self, measure=kept)


def default_path() -> Path:
    """Return the file of the repository."""
    return Path(str(resources.files("eval") / "thresholds.toml"))


def read_thresholds(path: Path) -> Thresholds:
    """Return the thresholds of a file.

    Raises:
        InputError: naming the file and what is wrong.
    """
    try:
        return TypeAdapter(Thresholds).validate_python(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InputError(path, error.strerror or "illisible") from error
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InputError(path, str(error)) from error
