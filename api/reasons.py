"""Why a passage has its score, in words."""

from dataclasses import dataclass
from typing import Any, Final

from api.schemas.search import NearestQuestion, SignalOut
from assistant.evidence import Hit, Signal, Why
from assistant.wording import Wording

DIGITS: Final = 4
"""Decimals of the numbers shown."""
_FLOORED: Final = frozenset({Signal.ASKED, Signal.MEANING})
"""Signals by which a passage out of their list counts as its last one does."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Says what speaks for a passage, and why one was left out."""

    words: Wording

    def of(self, hit: Hit) -> dict[str, Any]:
        """Return the fields of a passage that explain its score."""
        heaviest = sorted(hit.signals.items(), key=lambda item: -abs(item[1]))
        return {
            "signals": {
                signal: SignalOut(weight=round(weight, DIGITS), reason=self._reason(hit, signal))
                for signal, weight in heaviest
            },
            "ranks": dict(hit.ranks),
            "nearest": _nearest(hit),
        }

    def why(self, why: Why) -> str:
        """Return why a passage was left out."""
        return self.words(f"api.search.why.{why}")

    def _reason(self, hit: Hit, signal: Signal) -> str:
        """Return what a signal says of a passage."""
        place = hit.ranks.get(signal)
        far = "_far" if signal in _FLOORED and place is None else ""
        key = f"api.search.signal.{signal}{far}"
        return self.words(key, question=hit.asked, rank=self._rank(place or 0))

    def _rank(self, place: int) -> str:
        """Return a place in a list, in words."""
        return self.words(f"api.search.rank.{'first' if place == 1 else 'next'}", rank=place)


def _nearest(hit: Hit) -> NearestQuestion | None:
    """Return the question of a passage nearest to the message, when one is near."""
    if not hit.asked:
        return None
    answer = hit.answer.of(hit.passage.text) if hit.answer else ""
    return NearestQuestion(question=hit.asked, nearness=round(hit.nearness, DIGITS), answer=answer)
