"""The same question under many personas: counterfactual twins."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.question import Turn
from eval.data.item import Item
from eval.scripts.base import Put, Talk

_PUNCTUATION: Final = str.maketrans(dict.fromkeys('.,;:!?…«»"', " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody who asks: the sentence that says one trait, or a way of writing."""

    id: str
    family: str
    place: str
    says: Mapping[str, str]
    style: str = ""

    @property
    def label(self) -> str:
        """Return what tells the variant: `family:id`."""
        return f"{self.family}:{self.id}"

    def __call__(self, text: str, language: str) -> str:
        """Return a question as this person would ask it."""
        said = self.says.get(language, "")
        parts = (said, text) if self.place == "before" else (text, said)
        return _STYLES[self.style](" ".join(part for part in parts if part), language)


def twins(item: Item) -> Talk:
    """Put an item as it stands, then as each persona would."""
    yield Put(turn=Turn(text=item.text, history=item.history, language=item.language))
    for persona in load_personas():
        text = persona(item.text, item.language)
        turn = Turn(text=text, history=item.history, language=item.language)
        yield Put(turn=turn, label=persona.label)


@cache
def load_personas() -> tuple[Persona, ...]:
    """Return the personas of `eval/personas/twins.toml`."""
    file = resources.files("eval") / "personas" / "twins.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Persona(**{"says": {}, "place": "before", **p}) for p in table["persona"])


def _plain(text: str, language: str) -> str:  # noqa: ARG001 # one shape for all styles
    """Return the text as it is."""
    return text


def _sms(text: str, language: str) -> str:  # noqa: ARG001 # one shape for all styles
    """Return the text in lower case, without accents or punctuation."""
    split = unicodedata.normalize("NFKD", text.translate(_PUNCTUATION))
    bare = "".join(c for c in split if not unicodedata.combining(c)).lower()
    return " ".join(bare.split())


def _capitals(text: str, language: str) -> str:  # noqa: ARG001 # one shape for all styles
    """Return the text in capitals."""
    return text.upper()


def _polite(text: str, language: str) -> str:
    """Return the text between a greeting and thanks."""
    before, after = {"en": ("Hello,", "Thank you in advance.")}.get(
        language, ("Bonjour,", "Merci d'avance.")
    )
    return f"{before} {text} {after}"


_STYLES: Final = {"": _plain, "sms": _sms, "capitals": _capitals, "polite": _polite}
