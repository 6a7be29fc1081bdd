"""Retrieve: vectors and words fused, and the sheet of the occupation named."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.evidence import Evidence, Hit
from assistant.question import Intent, Question
from assistant.retrieval.fusion import fuse
from assistant.retrieval.specific import concerns
from corpus.embedding.ports import Embedder
from corpus.model.document import Aspect, Kind
from corpus.store.ports import FactStore, PassageStore, Scored, VectorIndex, WordIndex

_NOT_OCCUPATIONS: Final = frozenset(
    {Intent.SCHEME, Intent.SPRO, Intent.SUBJECT, Intent.WHOM_TO_SEE}
)
_SHORTEST_NAME: Final = 4
"""Letters under which an unknown word is an abbreviation people type, not what is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalSettings:
    """Depths and weights of retrieval."""

    depth: int = 40
    """Candidates taken from each list."""
    limit: int = 12
    """Passages kept, for each subject."""
    pool: int = 4
    """Passages weighed for each one kept."""
    subjects: int = 2
    """Occupations told about at once."""
    sheet_weight: float = 3.0
    """Weight of the named occupation's own sheet beside words and vectors."""
    covering: int = 12
    """Best passages in which the question's words are looked for."""
    unknown_weight: float = 2.0
    """What a word that stands in no passage at all counts for, beside 1 for the others."""


@dataclass(frozen=True, slots=True)
class Retrieve:
    """Find candidate passages and facts; `terms` gives the indexed form of a text's words."""

    embedder: Embedder
    vectors: VectorIndex
    words: WordIndex
    passages: PassageStore
    facts: FactStore
    terms: Callable[[str], Sequence[str]]
    authority: Mapping[str, float]
    """Weight of each source in ranking, 1 when it is not given."""
    settings: RetrievalSettings

    def __call__(self, question: Question) -> Evidence:
        """Return candidates best first; no hit when the knowledge base is empty."""
        kinds = _kinds(question)
        near = self._near(question, kinds)
        worded = self.words.search(question.topic, kinds, self.settings.depth)
        subjects = _subjects(question)[: self.settings.subjects]
        sheets = {f"sheet {s}": self._sheet(s, question.aspects) for s in subjects}
        lists = {**sheets, "words": _ids(worded), "vectors": _ids(near)}
        hits = self._hits(lists, question)
        about = dict.fromkeys((*subjects, *(hit.passage.subject for hit in hits)))
        return Evidence(
            hits=hits,
            facts=tuple(fact for subject in about for fact in self.facts.about(subject)),
            subjects=subjects,
            nearness=near[0].score if near else 0.0,
            coverage=self._coverage(question, hits),
        )

    def _near(self, question: Question, kinds: Sequence[Kind]) -> Sequence[Scored]:
        """Return the nearest passages by embedding."""
        vector = self.embedder.embed_query(question.search_text)
        return self.vectors.search(vector, kinds, self.settings.depth)

    def _sheet(self, subject: str, aspects: tuple[Aspect, ...]) -> list[str]:
        """Return the subject's own passages, those of the aspects asked first, in that order."""
        order = {aspect: place for place, aspect in enumerate(aspects)}
        own = self.passages.about(subject)
        return [p.id for p in sorted(own, key=lambda p: order.get(p.aspect, len(order)))]

    def _hits(self, lists: dict[str, list[str]], question: Question) -> tuple[Hit, ...]:
        """Return the best fused passages that may concern the person, read from the store."""
        sheets = [name for name in lists if name.startswith("sheet ")]
        limit = self.settings.limit * max(1, len(sheets))
        fused = fuse(lists, dict.fromkeys(sheets, self.settings.sheet_weight))
        pool = fused[: self.settings.pool * limit]
        stored = self.passages.get([found for found, _, _ in pool])
        hits = [
            Hit(passage=p, score=score * self.authority.get(p.source_id, 1.0), ranks=ranks)
            for found, score, ranks in pool
            if (p := stored.get(found)) and concerns(p, question)
        ]
        return tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])

    def _coverage(self, question: Question, hits: Sequence[Hit]) -> float:
        """Return the share of the question's content words the best passages hold.

        A word no passage at all holds counts more: it may be the very thing asked about.
        """
        asked = dict.fromkeys(self.terms(question.core or question.topic))
        best = hits[: self.settings.covering]
        held = {term for hit in best for term in self.terms(hit.passage.embedded_text)}
        weights = {term: 1.0 if term in held else self._weight(term) for term in asked}
        covered = sum(weight for term, weight in weights.items() if term in held)
        return covered / sum(weights.values()) if weights else 0.0

    def _weight(self, term: str) -> float:
        """Return what a word the best passages lack counts for."""
        known = self.words.search(term, tuple(Kind), 1)
        return 1.0 if known or len(term) < _SHORTEST_NAME else self.settings.unknown_weight


def _subjects(question: Question) -> tuple[str, ...]:
    """Return the occupations asked about, one for each name in the message."""
    by_name = {match.name: match.occupation.id for match in reversed(question.occupations)}
    named = dict.fromkeys(match.name for match in question.occupations)
    return tuple(dict.fromkeys(by_name[name] for name in named))


def _kinds(question: Question) -> tuple[Kind, ...]:
    """Return where to look: occupation sheets only when an occupation may be meant.

    Names are known in French: in another language any question may be about an occupation. Who
    wants to become something we do not know is told of no scheme instead.
    """
    if Intent.BECOME in question.intents and not question.occupations:
        return (Kind.OCCUPATION,)
    schemes = question.intents & _NOT_OCCUPATIONS
    if question.occupations or not schemes or question.language != "fr":
        return tuple(Kind)
    return tuple(kind for kind in Kind if kind is not Kind.OCCUPATION)


def _ids(found: Sequence[Scored]) -> list[str]:
    """Return the ids of scored passages."""
    return [scored.id for scored in found]
