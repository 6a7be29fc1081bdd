"""Best sentences of passages for a question, quoted as they stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from assistant.reply import DraftSentence
from corpus.model.document import Passage, Span
from corpus.model.fact import Fact

_RANK_WEIGHT: Final = 0.5
"""How much the passage's rank counts beside the words a sentence shares with the question."""
_FACT_WEIGHT: Final = 0.3
"""How much a sentence gains by stating a typed fact."""
_PLACE_WEIGHT: Final = 0.02
"""How much a sentence loses for each one before it in its passage."""
_SHORTEST: Final = 25
"""Characters under which a line is a label, not a sentence."""
_LONGEST: Final = 420
"""Characters over which a sentence is too long to be read in a chat."""
_LEANING: Final = re.compile(
    r"(Il|Elle|Ils|Elles|Cela|Celui-ci|Celle-ci|Ceux-ci|Ce dernier|Cette dernière|Ces derniers)\b"
)
"""First words of a sentence that leans on the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotable:
    """A sentence of a passage, the facts it states, and how well it answers."""

    passage: Passage
    span: Span
    facts: tuple[Fact, ...]
    score: float

    def draft(self) -> DraftSentence:
        """Return the sentence quoted as it stands."""
        text = self.span.of(self.passage.text)
        return DraftSentence(text=text, passage=self.passage, quote=text, facts=self.facts)


@dataclass(frozen=True, slots=True)
class RankSentences:
    """Order the sentences of passages by the rare words they share with a question."""

    terms: Callable[[str], Sequence[str]]

    def __call__(
        self, question: str, passages: Sequence[Passage], facts: Sequence[Fact] = ()
    ) -> list[Quotable]:
        """Return the quotable sentences of `passages` (best first), best first."""
        weights = self._weights(question, passages)
        ranked = [
            self._quotable(passage, rank, span, place, weights=weights, facts=facts)
            for rank, passage in enumerate(passages)
            for place, span in enumerate(_spans(passage))
        ]
        return sorted(ranked, key=lambda quotable: -quotable.score)

    def _weights(self, question: str, passages: Sequence[Passage]) -> dict[str, float]:
        """Return the weight of each word of the question, rarer ones more; they add up to 1."""
        found = Counter(t for p in passages for t in set(self.terms(p.embedded_text)))
        asked = dict.fromkeys(self.terms(question))
        raw = {term: log(1 + (len(passages) + 1) / (1 + found[term])) for term in asked}
        total = sum(raw.values()) or 1.0
        return {term: weight / total for term, weight in raw.items()}

    def _quotable(
        self,
        passage: Passage,
        rank: int,
        span: Span,
        place: int,
        *,
        weights: Mapping[str, float],
        facts: Sequence[Fact],
    ) -> Quotable:
        """Return one sentence with its facts and its score."""
        text = span.of(passage.text)
        stated = tuple(f for f in facts if f.passage_id == passage.id and f.quote in text)
        score = (
            self._share(passage, text, weights)
            + _RANK_WEIGHT / (1 + rank)
            + (_FACT_WEIGHT if stated else 0)
            - _PLACE_WEIGHT * place
        )
        return Quotable(passage=passage, span=span, facts=stated, score=score)

    def _share(self, passage: Passage, text: str, weights: Mapping[str, float]) -> float:
        """Return the weight of the asked words a sentence holds; its titles count half."""
        own = set(self.terms(text))
        titles = set(self.terms(" ".join((passage.title, *passage.heading)))) - own
        return sum(weights.get(t, 0) for t in own) + sum(weights.get(t, 0) for t in titles) / 2


def in_reading_order(best: Sequence[Quotable]) -> list[DraftSentence]:
    """Return quoted sentences, passages by their best sentence, each read from top to bottom."""
    places = {q.passage.id: place for place, q in reversed(list(enumerate(best)))}
    ordered = sorted(best, key=lambda q: (places[q.passage.id], q.span.start))
    return [quotable.draft() for quotable in ordered]


def _spans(passage: Passage) -> Iterator[Span]:
    """Yield the sentences that can be read alone."""
    for place, span in enumerate(passage.sentences):
        text = span.of(passage.text)
        leans = place > 0 and _LEANING.match(text)
        if _SHORTEST <= len(text) <= _LONGEST and not leans and not text.endswith(("?", ":")):
            yield span
