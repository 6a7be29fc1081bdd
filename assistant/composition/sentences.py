"""Best sentences of passages for a question, quoted as they stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Final

from assistant.composition.facts import current
from assistant.reply import DraftSentence
from corpus.model.document import Aspect, Passage, Span
from corpus.model.fact import Fact

_RANK_WEIGHT: Final = 0.5
"""How much the passage's rank counts beside the words a sentence shares with the question."""
_FACT_WEIGHT: Final = 0.3
"""How much a sentence gains by stating a typed fact."""
_ASPECT_WEIGHT: Final = 0.6
"""How much a sentence gains by standing in a section on what is asked."""
_ANSWER_WEIGHT: Final = 1.0
"""How much a sentence gains by answering a question like the one asked."""
_PLACE_WEIGHT: Final = 0.02
"""How much a sentence loses for each one before it in its passage."""
NEAR_BEST: Final = 0.6
"""Share of the best score under which a sentence is about something else."""
_ABSENT: Final = 0.3
"""Weight of a word that stands in none of the passages."""
_ALIKE: Final = 0.7
"""Share of words in common from which two sentences say the same."""
_SHORTEST: Final = 25
"""Characters under which a line is a label, not a sentence."""
_LONGEST: Final = 320
"""Characters over which a sentence is too long to be read in a chat."""
_NO_ANSWERS: Final[Mapping[str, "Answering"]] = {}
_YEAR: Final = re.compile(r"\b20\d\d\b")
_ANNOUNCED: Final = re.compile(r"\b(sera|seront|devrait|devraient|prévue?s?|à venir)\b")
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
    share: float
    """Weight of the topic's words that the sentence and its titles hold, 0 to 1."""

    @property
    def text(self) -> str:
        """Return the words of the sentence."""
        return self.span.of(self.passage.text)

    def draft(self) -> DraftSentence:
        """Return the sentence quoted as it stands."""
        return DraftSentence(
            text=self.text, passage=self.passage, quote=self.text, facts=self.facts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What of a passage answers a question like the one asked."""

    span: Span
    likeness: float
    """How like that question is, beside the likest one, 0 to 1."""

    def of(self, sentence: Span) -> float:
        """Return the likeness for a sentence of the answer, 0 for another."""
        inside = self.span.start <= sentence.start and sentence.end <= self.span.end
        return self.likeness if inside else 0.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What sentences are compared with."""

    weights: Mapping[str, float]
    aspects: frozenset[Aspect]
    facts: tuple[Fact, ...]
    today: date
    answers: Mapping[str, Answering]


@dataclass(frozen=True, slots=True)
class RankSentences:
    """Order the sentences of passages by the rare words they share with a question."""

    terms: Callable[[str], Sequence[str]]

    def __call__(
        self,
        topic: str,
        passages: Sequence[Passage],
        *,
        aspects: Sequence[Aspect] = (),
        facts: Sequence[Fact] = (),
        today: date = date.min,
        answers: Mapping[str, Answering] = _NO_ANSWERS,
    ) -> list[Quotable]:
        """Return the quotable sentences of `passages` (best first), best first.

        A sentence that states only facts that had run out on `today` is left out. `answers` tells,
        by passage, what answers a question like the one asked: it is about it, whatever its words.
        """
        asked = _Asked(
            weights=self._weights(topic, passages),
            aspects=frozenset(aspects),
            facts=tuple(facts),
            today=today,
            answers=answers,
        )
        ranked = [
            self._quotable(passage, span, asked, _RANK_WEIGHT / (1 + rank) - _PLACE_WEIGHT * place)
            for rank, passage in enumerate(passages)
            for place, span in enumerate(readable(passage, today))
        ]
        usable = (quotable for quotable in ranked if quotable is not None)
        return sorted(usable, key=lambda quotable: -quotable.score)

    def choose(
        self, ranked: Sequence[Quotable], limit: int, *, share: float = NEAR_BEST
    ) -> list[Quotable]:
        """Return at most `limit` sentences, none saying what another says.

        A sentence under `share` of the best score is left out.
        """
        chosen: list[Quotable] = []
        said: list[set[str]] = []
        for quotable in ranked:
            words = set(self.terms(quotable.text))
            repeats = any(len(words & one) >= _ALIKE * len(words | one) for one in said)
            if quotable.score >= share * ranked[0].score and not repeats:
                chosen.append(quotable)
                said.append(words)
        return chosen[:limit]

    def _weights(self, topic: str, passages: Sequence[Passage]) -> dict[str, float]:
        """Return the weight of each word of the topic, rarer ones more; they add up to 1."""
        found = Counter(t for p in passages for t in set(self.terms(p.embedded_text)))
        asked = dict.fromkeys(self.terms(topic))
        # A word that none of them holds tells nothing apart.
        raw = {t: log(1 + len(passages) / found[t]) if found[t] else _ABSENT for t in asked}
        total = sum(raw.values()) or 1.0
        return {term: weight / total for term, weight in raw.items()}

    def _quotable(
        self, passage: Passage, span: Span, asked: _Asked, place: float
    ) -> Quotable | None:
        """Return one sentence with its facts and its score, or nothing when it is out of date."""
        text = span.of(passage.text)
        stated = [f for f in asked.facts if f.passage_id == passage.id and f.quote in text]
        valid = tuple(current(stated, asked.today))
        if stated and not valid:
            return None
        answering = asked.answers.get(passage.id)
        likeness = answering.of(span) if answering else 0.0
        share = max(self._share(passage, text, asked.weights), likeness)
        score = (
            share
            + _ANSWER_WEIGHT * likeness
            + place
            + (_FACT_WEIGHT if valid else 0)
            + (_ASPECT_WEIGHT if passage.aspect in asked.aspects else 0)
        )
        return Quotable(passage=passage, span=span, facts=valid, score=score, share=share)

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


def readable(passage: Passage, today: date) -> Iterator[Span]:
    """Yield the sentences that can be read alone, and still may be on `today`."""
    for place, span in enumerate(passage.sentences):
        text = span.of(passage.text)
        leans = place > 0 and _LEANING.match(text)
        if _is_whole(text) and not leans and not _is_old_news(text, today):
            yield span


def _is_whole(text: str) -> bool:
    """Return whether a text is a sentence: not a label, a question, nor an item of a list."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    return not text[0].islower() and text.endswith((".", "!", "…", "»", ")"))


def _is_old_news(text: str, today: date) -> bool:
    """Return whether a text announces something for a year that is over."""
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(years) and max(years) < today.year and bool(_ANNOUNCED.search(text))
