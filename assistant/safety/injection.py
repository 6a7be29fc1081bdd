"""Orders aimed at the assistant, told apart from questions by cheap, readable patterns."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from assistant.safety.clean import clean
from assistant.text import fold

_SENTENCE: Final = re.compile(r"[^.!?;\n]+[.!?;\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectInjection:
    """Recognise a message that gives the assistant orders."""

    orders: re.Pattern[str]

    def __call__(self, text: str) -> bool:
        """Return whether the message holds such an order, in French or English."""
        return self.orders.search(fold(clean(text))) is not None

    def without_orders(self, text: str) -> str:
        """Return the sentences of a message that give no order; empty when all of them do."""
        pieces = _SENTENCE.findall(clean(text))
        return " ".join(piece.strip() for piece in pieces if not self(piece)).strip()


@cache
def load_injection() -> DetectInjection:
    """Return the step made of `injection.toml`."""
    file = resources.files("assistant.safety") / "injection.toml"
    says = tomllib.loads(file.read_text(encoding="utf-8"))["says"]
    return DetectInjection(orders=re.compile(rf"(?<![a-z0-9])(?:{'|'.join(says)})"))
