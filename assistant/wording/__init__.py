"""Every sentence of ours that a person reads, by key and language; French and English in TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences of one language, by dotted key."""

    sentences: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of `key` with its `{names}` filled in.

        Raises:
            KeyError: no such key, or a name without value.
        """
        return self.sentences[key].format(**values)


@cache
def wording(language: str = "fr") -> Wording:
    """Return the sentences of a language; French for a language we do not have."""
    name = language if language in LANGUAGES else "fr"
    folder = resources.files("assistant.wording")
    flat: dict[str, str] = {}
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(f".{name}.toml"):
            flat |= _flatten(tomllib.loads(entry.read_text(encoding="utf-8")))
    return Wording(flat)


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Return dotted keys for nested tables of strings."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value).strip()
    return flat
