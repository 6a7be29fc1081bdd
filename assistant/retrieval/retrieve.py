"""Retrieve: questions already answered, meaning, words, and the sheet of the occupation named."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.evidence import Evidence, Hit, Rejected, Signal, Why
from assistant.question import Question
from assistant.retrieval.candidates import Lists, asked, near, ranks, worded
from assistant.retrieval.confidence import Signs, Vector
from assistant.retrieval.diversity import Room, kept
from assistant.retrieval.specific import concerns
from assistant.retrieval.weights import Weights
from corpus.embedding.ports import Embedder
from corpus.model.document import Kind, Passage
from corpus.model.unanswerable import kind_of
from corpus.store.ports import (
    Beside,
    FactStore,
    PassageStore,
    Scored,
    VectorIndex,
    WordIndex,
)

_KINDS: Final = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalSettings:
    """Depths of retrieval."""

    asked: int = 100
    """Questions looked at."""
    depth: int = 50
    """Candidates taken from each list of passages."""
    subjects: int = 2
    """Occupations told about at once."""
    read: int = 60
    """Candidates read from the store, those with the best sum over the lists."""
    facts: int = 6
    """Best passages on whose subjects facts are read."""
    room: Room = field(default_factory=Room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieve:
    """Find candidate passages and facts."""

    embedder: Embedder
    vectors: VectorIndex
    words: WordIndex
    passages: PassageStore
    facts: FactStore
    weights: Weights
    standings: Mapping[str, float]
    """Standing of each source, 0 to 1."""
    confidence: Callable[[Signs], float]
    settings: RetrievalSettings = field(default_factory=RetrievalSettings)

    def __call__(self, question: Question) -> Evidence:
        """Return candidates best first; no hit when the knowledge base is empty."""
        vector = self.embedder.embed_query(question.search_text)
        lists = self._lists(question, vector)
        sheets = self._sheets(question)
        stored = self._stored(lists, sheets)
        ranked = sorted(self._hits(stored, lists, question), key=lambda hit: -hit.score)
        subjects = tuple(sheets)
        fit = [hit for hit in ranked if not _of_another(hit.passage, question, subjects)]
        hits, lower = kept(fit, self.settings.room, subjects)
        first = (hit.passage.subject for hit in hits[: self.settings.facts])
        beyond = self._nearest_beyond(vector)
        asked_best = max((lists[Signal.ASKED].of(hit.passage.id) for hit in hits), default=0.0)
        return Evidence(
            hits=hits,
            facts=tuple(
                fact
                for subject in dict.fromkeys((*subjects, *first))
                for fact in self.facts.about(subject)
            ),
            subjects=subjects,
            nearness=max((lists[Signal.MEANING].of(h.passage.id) for h in hits), default=0.0),
            asked=asked_best,
            confidence=self.confidence(
                Signs(
                    text=question.search_text,
                    vector=vector,
                    asked=asked_best,
                    beyond=beyond.score,
                )
            ),
            beyond=kind_of(beyond.id) if beyond.id else None,
            rejected=tuple(sorted((*_others(ranked, fit), *lower), key=lambda one: -one.hit.score)),
        )

    def _lists(self, question: Question, vector: Vector) -> Lists:
        """Return what each list found."""
        depth = self.settings.depth
        return {
            Signal.ASKED: asked(self.vectors.search(vector, [Beside.ASKED], self.settings.asked)),
            Signal.MEANING: near(self.vectors.search(vector, _KINDS, depth)),
            Signal.WORDS: worded(self.words.search(question.topic, _KINDS, depth)),
        }

    def _nearest_beyond(self, vector: Vector) -> Scored:
        """Return the nearest message that no record answers."""
        found = self.vectors.search(vector, [Beside.UNANSWERABLE], 1)
        return found[0] if found else Scored("", 0.0)

    def _sheets(self, question: Question) -> Mapping[str, Sequence[Passage]]:
        """Return the sheets of the occupations asked about, those that have one."""
        sheets: dict[str, Sequence[Passage]] = {}
        for name in dict.fromkeys(match.name for match in question.named):
            for match in question.named:
                subject = match.occupation.id
                if match.name == name and (own := self.passages.about(subject)):
                    sheets[subject] = own
                    break
        return dict(list(sheets.items())[: self.settings.subjects])

    def _stored(
        self, lists: Lists, sheets: Mapping[str, Sequence[Passage]]
    ) -> Mapping[str, Passage]:
        """Return the candidates worth reading, by id."""
        own = {passage.id: passage for sheet in sheets.values() for passage in sheet}
        found = dict.fromkeys(id_ for listed in lists.values() for id_ in listed.scores)
        sums = {id_: self._sum(lists, id_) for id_ in found if id_ not in own}
        best = sorted(sums, key=lambda id_: -sums[id_])[: self.settings.read]
        return {**self.passages.get(best), **own}

    def _sum(self, lists: Lists, passage: str) -> float:
        """Return what the lists alone say of a passage."""
        weights = self.weights.signals
        return sum(weights[signal] * listed.of(passage) for signal, listed in lists.items())

    def _hits(
        self, stored: Mapping[str, Passage], lists: Lists, question: Question
    ) -> Iterator[Hit]:
        """Yield each candidate with what speaks for it."""
        numbers = lists[Signal.ASKED].questions
        for passage in stored.values():
            told = {signal: listed.of(passage.id) for signal, listed in lists.items()}
            told[Signal.APART] = float(not concerns(passage, question))
            told[Signal.STANDING] = self.standings.get(passage.source_id, 1.0)
            signals = {s: self.weights.signals[s] * value for s, value in told.items() if value}
            number = numbers.get(passage.id)
            hit = Hit(
                passage=passage,
                score=sum(signals.values()),
                ranks=ranks(lists, passage.id),
                signals=signals,
            )
            yield hit if number is None else _answering(hit, number, told[Signal.ASKED])


def _answering(hit: Hit, number: int, nearness: float) -> Hit:
    """Return a hit with its question nearest to the message, and what answers it."""
    passage = hit.passage
    return replace(
        hit, asked=passage.asked[number], answer=passage.answers[number], nearness=nearness
    )


def _of_another(passage: Passage, question: Question, subjects: tuple[str, ...]) -> bool:
    """Return whether a passage is of another occupation than the one named, which has no sheet."""
    return passage.kind is Kind.OCCUPATION and bool(question.named) and not subjects


def _others(ranked: Sequence[Hit], fit: Sequence[Hit]) -> Iterator[Rejected]:
    """Yield the candidates of other occupations than the one named."""
    left = {hit.passage.id for hit in fit}
    return (Rejected(hit=h, why=Why.OTHER) for h in ranked if h.passage.id not in left)
