"""The directory of bodies, as the sources have it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, TypeAlias

Body: TypeAlias = Mapping[str, Any]


@cache
def directory() -> Mapping[str, Body]:
    """Return the bodies of `organisations.toml`, by id."""
    file = resources.files("corpus") / "sources" / "spro_referral" / "organisations.toml"
    bodies = tomllib.loads(file.read_text(encoding="utf-8"))["organisation"]
    return {body["id"]: body for body in bodies}


def counselling() -> frozenset[str]:
    """Return the ids of the bodies that give the CEP, the counselling the law defines."""
    return frozenset(id_ for id_, body in directory().items() if body["kind"] == "cep")
