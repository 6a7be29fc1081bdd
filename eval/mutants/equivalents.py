"""Faults that change nothing anybody could see: no test can tell them, each has its reason."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.model.errors import InputError
from eval.mutants.mutmut import Mutant

Key: TypeAlias = tuple[str, str]
"""A function, and a change in it: numbers of mutants move, these do not."""


class Equivalent(BaseModel):
    """Changes in one function that its callers can't see."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: str
    changes: tuple[str, ...] = Field(min_length=1)
    reason: str = Field(min_length=20)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    equivalent: tuple[Equivalent, ...] = ()


def default_path() -> Path:
    """Return the file of the repository."""
    return Path(str(resources.files("eval") / "mutants" / "equivalent.toml"))


def read_equivalents(path: Path) -> Mapping[Key, str]:
    """Return the reason of each equivalent mutant of a file.

    Raises:
        InputError: naming the file and what is wrong.
    """
    try:
        file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InputError(path, str(error)) from error
    return {(one.where, change): one.reason for one in file.equivalent for change in one.changes}


def key(mutant: Mutant) -> Key:
    """Return what a mutant is listed by."""
    return mutant.where, mutant.change


def outdated(
    known: Iterable[Key], modules: Iterable[str], survivors: Iterable[Mutant]
) -> list[Key]:
    """Return what is listed as equivalent in modules just mutated, and did not survive."""
    met, within = {key(mutant) for mutant in survivors}, tuple(f"{module}." for module in modules)
    return [one for one in known if one[0].startswith(within) and one not in met]
